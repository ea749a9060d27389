import { portMappings } from './workload-ports';
import { entry } from '../../istio/model/index/group';
import { Resource } from '../../istio/model/resource';
import { Service, ServicePort } from '../../istio/model/service';
import { MeshSnapshot } from '../../istio/model/snapshot';
import { CallerReference, CallerTarget } from '../../istio/model/surroundings';
import { Workload } from '../../istio/model/workload';
import { workloadPortOf } from '../../istio/traffic/workload-port';

/** What the input says about callers without a mesh identity, by the workload port at which they arrive. */
export type OutsideCallers = ReadonlyMap<number, readonly Resource[]>;

/** The port of callers that name none: webhooks and APIServices. */
const HTTPS = 443;
const OPEN_TYPES: readonly string[] = ['LoadBalancer', 'NodePort'];

/** By workload: the API server, Ingresses and routes, and Services that are open to the outside. */
export function outsideCallers(mesh: MeshSnapshot): ReadonlyMap<Workload, OutsideCallers> {
  const found = new Map<Workload, Map<number, Resource[]>>();
  const add = (service: Service, ports: readonly ServicePort[], caller: Resource) => {
    for (const workload of mesh.endpointsOf(service)) {
      for (const port of ports) {
        const workloadPort = workloadPortOf(port, workload.containerPorts);
        if (workloadPort !== undefined) { entry(entry(found, workload, () => new Map<number, Resource[]>()), workloadPort, () => []).push(caller); }
      }
    }
  };
  for (const caller of mesh.callers) {
    for (const target of caller.targets) {
      const service = mesh.service(target.namespace, target.service);
      if (service !== undefined) { add(service, calledPorts(service, caller, target), caller); }
    }
  }
  for (const service of mesh.services) {
    if (OPEN_TYPES.includes(service.type)) { add(service, service.ports, service); }
  }
  return found;
}

function calledPorts({ ports }: Service, { caller }: CallerReference, { servicePort }: CallerTarget): readonly ServicePort[] {
  const isRoute = caller === 'ingress' || caller === 'gateway-route';
  if (servicePort === undefined && isRoute) { return ports; }
  return ports.filter(({ number, name }) => number === (servicePort ?? HTTPS) || name === servicePort);
}

/** Workload ports that the input names: by a container, or by a Service in front of it. */
export function knownPorts(mesh: MeshSnapshot, workload: Workload): readonly number[] {
  const mapped = portMappings(mesh, workload).flatMap(({ workloadPort }) => workloadPort === undefined ? [] : [workloadPort]);
  return [...new Set([...workload.containerPorts.map(({ number }) => number), ...mapped])].sort((one, other) => one - other);
}
