import { ServiceEntryEndpoint, ServicePort } from '../model/service';
import { ContainerPort } from '../model/workload';

/** Where a Service port ends at a pod; `undefined`: a name that no container of the pod gives a port (sidecar.md G1). */
export function workloadPortOf(port: ServicePort, containerPorts: readonly ContainerPort[]): number | undefined {
  if (typeof port.targetPort !== 'string') return port.targetPort ?? port.number;
  return containerPorts.find(({ name }) => name === port.targetPort)?.number;
}

/** Where a ServiceEntry port ends at one of its listed endpoints. */
export function endpointPortOf(port: ServicePort, endpoint: ServiceEntryEndpoint): number {
  const named = port.name === undefined ? undefined : endpoint.ports.get(port.name);
  return named ?? (typeof port.targetPort === 'number' ? port.targetPort : port.number);
}
