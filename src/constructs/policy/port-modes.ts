import { portProblem } from '../../istio/admission/port-problem';
import { shown } from '../../istio/admission/shown';
import { WorkloadReference } from '../kubernetes/workload-reference';
import { MtlsException } from '../mtls-exception';
import { MtlsMode } from '../mtls-mode';
import { MtlsPort } from '../mtls-port';
import { checkedException } from './exception-annotations';
import { LatePort, PortReference } from './port-reference';
import { refuseOtherNamespace } from './workload-matching';
import { checkedMode } from '../values/checked-mode';
import { refuse } from '../values/refuse';

/** A port that differs from the rest of its workload. */
export interface PortMode<P extends PortReference = PortReference> {
  readonly port: P;
  readonly mode: MtlsMode;
  readonly exception: MtlsException | undefined;
}

/** One whose number is only known at synth. */
export type LatePortMode = PortMode<LatePort>;

/** `portLevelMtls` as a policy has it. */
export interface PortLevelMtls {
  [workloadPort: string]: { readonly mode: MtlsMode };
}

/** The entries of `portOverrides`, checked. */
export function portOverrides(overrides: Readonly<Record<string, MtlsMode>>): PortLevelMtls {
  const ports = Object.keys(overrides);
  if (ports.length === 0) throw new Error('portOverrides is empty; write at least one port, or leave it away');
  const checked: PortLevelMtls = {};
  for (const port of ports) {
    refuse(portProblem(port));
    checked[port] = { mode: checkedMode(overrides[port]) };
  }
  return checked;
}

/** One port with everything about it checked. */
export function portModeOf(port: MtlsPort, mode: MtlsMode, exception: MtlsException | undefined, namespace: string): PortMode {
  const reference = (port as Partial<MtlsPort> | undefined)?._reference;
  if (reference === undefined) throw new Error(`port ${shown(port)} is no MtlsPort; write MtlsPort.workload(8080), or MtlsPort.ofService(service, 'http')`);
  if (typeof reference !== 'number') refuseOtherNamespace(reference.service, namespace);
  return { port: reference, mode: checkedMode(mode), exception: exception && checkedException(exception) };
}

/** Adds what is only known at synth; throws when a port cannot be found, or was there before. */
export function withLatePorts(known: PortLevelMtls, late: readonly LatePortMode[], workload: WorkloadReference | undefined): PortLevelMtls {
  const all = { ...known };
  for (const { port, mode } of late) addPort(all, port.resolve(workload), mode);
  return all;
}

export function addPort(ports: PortLevelMtls, port: number, mode: MtlsMode): void {
  if (Object.hasOwn(ports, port)) throw new Error(`port ${port} is given twice; write each workload port once`);
  ports[port] = { mode };
}
