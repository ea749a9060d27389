import { portProblem } from '../../istio/admission/port-problem';
import { shown } from '../../istio/admission/shown';
import { WorkloadReference } from '../kubernetes/workload-reference';
import { MtlsException } from '../mtls-exception';
import { MtlsMode } from '../mtls-mode';
import { MtlsPort } from '../mtls-port';
import { checkedException } from './exception-annotations';
import { PortReference, workloadPort } from './port-reference';
import { refuseOtherNamespace } from './workload-matching';
import { checkedMode } from '../values/checked-mode';
import { refuse } from '../values/refuse';

/** A port that differs from the rest of its workload. */
export interface PortMode {
  readonly port: PortReference;
  readonly mode: MtlsMode;
  readonly exception: MtlsException | undefined;
}

/** The entries of `portOverrides`. A port is written as text there, since that is what a key is. */
export function portOverrides(overrides: Readonly<Record<string, MtlsMode>>): readonly PortMode[] {
  const entries = Object.entries(overrides);
  if (entries.length === 0) throw new Error('portOverrides is empty; write at least one port, or leave it away');
  return entries.map(([key, mode]) => {
    refuse(portProblem(key));
    return { port: workloadPort(Number(key)), mode: checkedMode(mode), exception: undefined };
  });
}

/** One port with everything about it checked. */
export function portModeOf(port: MtlsPort, mode: MtlsMode, exception: MtlsException | undefined, namespace: string): PortMode {
  const reference = (port as Partial<MtlsPort> | undefined)?._reference;
  if (reference === undefined) throw new Error(`port ${shown(port)} is no MtlsPort; write MtlsPort.workload(8080), or MtlsPort.ofService(service, 'http')`);
  if (reference.service !== undefined) refuseOtherNamespace(reference.service, namespace);
  return { port: reference, mode: checkedMode(mode), exception: exception && checkedException(exception) };
}

/** By workload port; throws when a port is given twice, or cannot be found. */
export function byWorkloadPort(ports: readonly PortMode[], workload: WorkloadReference | undefined): ReadonlyMap<number, PortMode> {
  const found = new Map<number, PortMode>();
  for (const port of ports) {
    const number = port.port.resolve(workload);
    refuse(portProblem(number));
    if (found.has(number)) throw new Error(givenTwice(number));
    found.set(number, port);
  }
  return found;
}

export function givenTwice(port: number): string {
  return `port ${shown(port)} is given twice; write each workload port once`;
}
