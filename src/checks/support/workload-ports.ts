import { Service } from '../../istio/model/service';
import { MeshSnapshot } from '../../istio/model/snapshot';
import { Workload } from '../../istio/model/workload';
import { workloadPortOf } from '../../istio/traffic/workload-port';

/** One way from a client to a workload: what it dials, and where it arrives. */
export interface PortMapping {
  readonly service: Service;
  readonly servicePort: number;
  /** `undefined`: a name that no container gives a port, so nobody can tell. */
  readonly workloadPort: number | undefined;
}

/** All ways through Services to a workload. */
export function portMappings(mesh: MeshSnapshot, { namespace, podLabels, containerPorts }: Workload): readonly PortMapping[] {
  return mesh.servicesOf(namespace, podLabels).flatMap((service) => service.ports.map((port) => ({
    service,
    servicePort: port.number,
    // clients of a headless Service dial the pods themselves, so nothing translates the number
    workloadPort: service.headless ? port.number : workloadPortOf(port, containerPorts),
  })));
}

/** Whether the input says that something listens on the port: a container, or a listener of a Sidecar (sidecar.md G1). */
export function declaresPort(mesh: MeshSnapshot, { namespace, podLabels, containerPorts }: Workload, workloadPort: number): boolean {
  return containerPorts.some(({ number }) => number === workloadPort)
    || mesh.sidecarOf(namespace, podLabels)?.ingress.some(({ port }) => port.number === workloadPort) === true;
}
