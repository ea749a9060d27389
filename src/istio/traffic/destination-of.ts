import { TrafficDestination } from './traffic-question';
import { tlsModeOfEndpoint, tlsModeOfWorkload } from '../client-tls/tls-mode-label';
import { Service, ServiceEntry } from '../model/service';
import { MeshSnapshot } from '../model/snapshot';
import { Workload } from '../model/workload';

/** A Kubernetes Service as clients dial it; `undefined` while its namespace is unknown. */
export function destinationOfService(mesh: MeshSnapshot, service: Service, servicePort: number, subset?: string): TrafficDestination | undefined {
  if (service.host === undefined) return undefined;
  return {
    service,
    host: service.host,
    namespace: service.namespace,
    servicePort,
    subset,
    headless: service.headless,
    meshExternal: service.externalName !== undefined,
    tlsModes: mesh.endpointsOf(service).map(tlsModeOfWorkload),
  };
}

/** A host of a ServiceEntry as clients dial it. */
export function destinationOfEntry(mesh: MeshSnapshot, entry: ServiceEntry, host: string, servicePort: number, subset?: string): TrafficDestination {
  return {
    service: entry,
    host,
    namespace: entry.namespace,
    servicePort,
    subset,
    headless: entry.resolution === 'NONE',
    meshExternal: entry.meshExternal,
    tlsModes: [...workloadsOfEntry(mesh, entry).map(tlsModeOfWorkload), ...entry.endpoints.map(tlsModeOfEndpoint)],
  };
}

/** Pods and VMs that a ServiceEntry selects. */
export function workloadsOfEntry(mesh: MeshSnapshot, { namespace, workloadSelector }: ServiceEntry): readonly Workload[] {
  return workloadSelector === undefined ? [] : mesh.workloadsSelectedBy(namespace, workloadSelector);
}
