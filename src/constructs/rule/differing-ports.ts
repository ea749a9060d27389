import { clientTlsFor } from './client-tls-for';
import { DifferingPorts } from './paired-rule';
import { shown } from '../../istio/admission/shown';
import { ServiceReference } from '../kubernetes/service-reference';
import { workloadPortOf } from '../kubernetes/workload-port-of';
import { MtlsMode } from '../mtls-mode';
import { WorkloadPolicy } from '../policy/workload-policy';

/** Service ports whose workload port needs other client TLS than the rest of the workload. */
export function differingPorts(policy: WorkloadPolicy, service: ServiceReference | undefined): DifferingPorts {
  const modes = differingModes(policy);
  if (modes.size === 0) return modes;
  if (service === undefined) {
    const [port, tls] = [...modes][0];
    throw new Error(`port ${shown(port)} needs client TLS ${tls}, and a host does not tell its Service port; give the paired rule \`service\` instead`);
  }
  const found = service.ports().filter(({ protocol }) => protocol === 'TCP').map((port) => ({ port, tls: modes.get(workloadPortOf(port, service, policy.workload)) }));
  return new Map(found.flatMap(({ port, tls }) => tls === undefined ? [] : [[port.number, tls]]));
}

/** The same by workload port. An UNSET port has the mode of its policy (sidecar.md C9). */
function differingModes(policy: WorkloadPolicy): DifferingPorts {
  const usual = clientTlsFor(policy.mode);
  const modes = Object.entries(policy.portLevelMtls()).filter(([, { mode }]) => mode !== MtlsMode.UNSET && clientTlsFor(mode) !== usual);
  return new Map(modes.map(([port, { mode }]) => [Number(port), clientTlsFor(mode)]));
}
