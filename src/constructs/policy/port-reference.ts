import { portProblem } from '../../istio/admission/port-problem';
import { shown } from '../../istio/admission/shown';
import { titleOfPort } from '../kubernetes/service-port';
import { ServiceReference } from '../kubernetes/service-reference';
import { workloadPortOf } from '../kubernetes/workload-port-of';
import { WorkloadReference } from '../kubernetes/workload-reference';
import { refuse } from '../values/refuse';

/** What a MtlsPort stands for. */
export interface PortReference {
  /** Set when the number is known before synth. */
  readonly number: number | undefined;
  readonly service: ServiceReference | undefined;
  /** The workload port; throws when it cannot be found. */
  resolve(workload: WorkloadReference | undefined): number;
}

export function workloadPort(port: number): PortReference {
  if (typeof port !== 'number') throw new Error(`port ${shown(port)} is no number; write MtlsPort.workload(8080), or MtlsPort.ofService(service, 'http')`);
  refuse(portProblem(port));
  return { number: port, service: undefined, resolve: () => port };
}

export function portOfService(service: ServiceReference, portKey: number | string): PortReference {
  const wrong = typeof portKey === 'number' ? !Number.isInteger(portKey) || portKey < 1 || portKey > 65535 : typeof portKey !== 'string' || portKey === '';
  if (wrong) throw new Error(`port ${shown(portKey)} of ${service.title} is no Service port; write its name, or a whole number from 1 to 65535`);
  return {
    number: undefined,
    service,
    resolve: (workload) => {
      const port = service.port(portKey);
      if (port.protocol !== 'TCP') {
        throw new Error(`port ${titleOfPort(port)} of ${service.title} is a ${port.protocol} port, which mutual TLS does not cover; choose a TCP port`);
      }
      return workloadPortOf(port, service, workload);
    },
  };
}
