import { ServicePort, titleOfPort } from './service-port';
import { ServiceReference } from './service-reference';
import { WorkloadReference } from './workload-reference';
import { shown } from '../../istio/admission/shown';

/** The port on which pods listen for a Service port: what a policy needs, while rules and clients use the Service port (sidecar.md G1, G4). */
export function workloadPortOf(port: ServicePort, service: ServiceReference, workload: WorkloadReference | undefined): number {
  const { targetPort } = port;
  if (targetPort === undefined) return port.number;
  if (typeof targetPort === 'number') return targetPort;
  const where = `port ${titleOfPort(port)} of ${service.title} has the named targetPort ${shown(targetPort)}`;
  if (workload === undefined) {
    throw new Error(`${where}, and matchLabels do not tell its number; give the policy a \`workload\`, or the targetPort a number`);
  }
  const number = workload.containerPort(targetPort, port.protocol);
  if (number === undefined) throw new Error(`${where}, and no container of ${workload.title} has a ${port.protocol} port of that name; correct one of the two`);
  return number;
}
