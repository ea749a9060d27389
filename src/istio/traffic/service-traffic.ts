import { destinationOfEntry, destinationOfService, workloadsOfEntry } from './destination-of';
import { serverOf, serverOfEndpoint } from './server-of';
import { traffic } from './traffic';
import { TrafficAnswer } from './traffic-answer';
import { TrafficCall, TrafficClient, TrafficDestination, TrafficServer } from './traffic-question';
import { endpointPortOf, workloadPortOf } from './workload-port';
import { isSubset } from '../model/index/selector-index';
import { Service, ServiceEntry, ServicePort } from '../model/service';
import { MeshSnapshot } from '../model/snapshot';
import { Workload } from '../model/workload';
import { selectRule } from '../rule-selection/select-rule';

export interface ServiceTrafficQuestion {
  readonly client: TrafficClient;
  readonly service: Service;
  readonly servicePort: number;
  readonly subset?: string;
}

export interface EntryTrafficQuestion {
  readonly client: TrafficClient;
  readonly entry: ServiceEntry;
  readonly host: string;
  readonly servicePort: number;
  readonly subset?: string;
}

export interface EndpointTraffic {
  readonly server: TrafficServer;
  readonly answer: TrafficAnswer;
}

/** What happens between a client and each endpoint of a Service that the snapshot knows; none for a port that the Service does not have. */
export function serviceTraffic(mesh: MeshSnapshot, { client, service, servicePort, subset }: ServiceTrafficQuestion): readonly EndpointTraffic[] {
  const port = service.ports.find(({ number }) => number === servicePort);
  const destination = destinationOfService(mesh, service, servicePort, subset);
  if (port === undefined || service.externalName !== undefined) return [];
  const workloads = destination === undefined ? mesh.endpointsOf(service) : inSubset(mesh, client, destination, mesh.endpointsOf(service));
  return answersOf(mesh, client, destination, port, serversOf(mesh, workloads, port));
}

/** The same for a host of a ServiceEntry. */
export function entryTraffic(mesh: MeshSnapshot, { client, entry, host, servicePort, subset }: EntryTrafficQuestion): readonly EndpointTraffic[] {
  const port = entry.ports.find(({ number }) => number === servicePort);
  if (port === undefined) return [];
  const destination = destinationOfEntry(mesh, entry, host, servicePort, subset);
  const listed = entry.endpoints.map((endpoint) => serverOfEndpoint(mesh, entry, endpoint, endpointPortOf(port, endpoint)));
  const selected = serversOf(mesh, inSubset(mesh, client, destination, workloadsOfEntry(mesh, entry)), port);
  return answersOf(mesh, client, destination, port, [...selected, ...listed]);
}

/** What an application usually sends to a port of this protocol. */
export function usualCall(port: ServicePort): TrafficCall {
  const applicationTls = port.protocol === 'HTTPS' || port.protocol === 'TLS';
  return { sends: 'auto', application: port.kind === 'http' || port.protocol === 'HTTPS' ? 'http' : 'tcp', applicationTls };
}

function answersOf(
  mesh: MeshSnapshot,
  client: TrafficClient,
  destination: TrafficDestination | undefined,
  port: ServicePort,
  servers: readonly TrafficServer[],
): readonly EndpointTraffic[] {
  return servers.map((server) => ({ server, answer: traffic(mesh, { client, server, destination, call: usualCall(port) }) }));
}

function serversOf(mesh: MeshSnapshot, workloads: readonly Workload[], port: ServicePort): readonly TrafficServer[] {
  return workloads.flatMap((workload) => {
    const workloadPort = workloadPortOf(port, workload.containerPorts);
    return workloadPort === undefined ? [] : [serverOf(mesh, workload, workloadPort)];
  });
}

function inSubset(mesh: MeshSnapshot, client: TrafficClient, destination: TrafficDestination, workloads: readonly Workload[]): readonly Workload[] {
  if (destination.subset === undefined) return workloads;
  const { rule } = selectRule(mesh, { client, service: destination });
  const wanted = rule?.subsets.find(({ subset }) => subset.name === destination.subset)?.subset.labels;
  return wanted === undefined ? workloads : workloads.filter(({ podLabels }) => isSubset(wanted, podLabels));
}
