import { portProblem } from '../../istio/admission/port-problem';
import { shown } from '../../istio/admission/shown';
import { titleOfPort } from '../kubernetes/service-port';
import { ServiceReference } from '../kubernetes/service-reference';
import { workloadPortOf } from '../kubernetes/workload-port-of';
import { WorkloadReference } from '../kubernetes/workload-reference';
import { refuse } from '../values/refuse';

/** What a MtlsPort stands for: a workload port, or a Service port whose workload port is found at synth. */
export type PortReference = number | LatePort;

/** Refuses what no container can listen on. */
export function workloadPort(port: number): number {
  if (typeof port !== 'number') throw new Error(`port ${shown(port)} is no number; write MtlsPort.workload(8080), or MtlsPort.ofService(service, 'http')`);
  refuse(portProblem(port));
  return port;
}

/** A Service port, by number or name. */
export class LatePort {
  constructor(public readonly service: ServiceReference, private readonly key: number | string) {
    const wrong = typeof key === 'number' ? !Number.isInteger(key) || key < 1 || key > 65535 : typeof key !== 'string' || key === '';
    if (wrong) throw new Error(`port ${shown(key)} of ${service.title} is no Service port; write its name, or a whole number from 1 to 65535`);
  }

  /** The workload port; throws when it cannot be found. */
  public resolve(workload: WorkloadReference | undefined): number {
    const port = this.service.port(this.key);
    if (port.protocol !== 'TCP') {
      throw new Error(`port ${titleOfPort(port)} of ${this.service.title} is a ${port.protocol} port, which mutual TLS does not cover; choose a TCP port`);
    }
    return workloadPort(workloadPortOf(port, this.service, workload));
  }
}
