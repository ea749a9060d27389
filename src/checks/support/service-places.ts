import { ANY_PORT, likelyServer, mayHaveSidecars } from './likely-server';
import { Place } from './place';
import { ISTIO_TLS_MODE, tlsModeOfWorkload } from '../../istio/client-tls/tls-mode-label';
import { isSubset } from '../../istio/model/index/selector-index';
import { Subset } from '../../istio/model/rule';
import { Service, ServicePort } from '../../istio/model/service';
import { MeshSnapshot } from '../../istio/model/snapshot';
import { Workload } from '../../istio/model/workload';
import { destinationOfService } from '../../istio/traffic/destination-of';
import { serverOf } from '../../istio/traffic/server-of';
import { usualCall } from '../../istio/traffic/service-traffic';
import { TrafficDestination, TrafficServer } from '../../istio/traffic/traffic-question';
import { workloadPortOf } from '../../istio/traffic/workload-port';

/** Their pods run to an end and serve nobody. */
const BATCH_KINDS: readonly string[] = ['Job', 'CronJob'];

/** Which places are looked for. */
export interface PlaceFilter {
  readonly subset?: Subset;
  /** Whether a known workload could fail at this port: asked before anything else about it. */
  readonly mayFail?: (workload: Workload, workloadPort: number) => boolean;
}

/** Every port of a Service at every workload behind it; at the pods that it would select, where the input shows none. */
export function servicePlaces(mesh: MeshSnapshot, service: Service, { subset, mayFail }: PlaceFilter = {}): readonly Place[] {
  const workloads = serversBehind(mesh, service);
  const selected = workloads.filter(({ podLabels }) => subset === undefined || isSubset(subset.labels, podLabels));
  return service.ports.flatMap((port): Place[] => {
    const servers = workloads.length === 0
      ? likelyServers(mesh, service, port)
      : selected.flatMap((workload) => knownServer(mesh, service, port, workload, mayFail));
    const destination = servers.length === 0 ? undefined : destinationOf(mesh, service, port, workloads, subset?.name);
    if (destination === undefined) { return []; }
    const place = { destinations: [destination], call: usualCall(port), port, failsBy: 'destination' } as const;
    return workloads.length === 0 ? [{ ...place, servers }] : servers.map((server) => ({ ...place, servers: [server] }));
  });
}

/** Workloads that answer for a Service. */
export function serversBehind(mesh: MeshSnapshot, service: Service): readonly Workload[] {
  return mesh.endpointsOf(service).filter(({ kind }) => !BATCH_KINDS.includes(kind));
}

function destinationOf(
  mesh: MeshSnapshot, service: Service, port: ServicePort, workloads: readonly Workload[], subset: string | undefined,
): TrafficDestination | undefined {
  const destination = destinationOfService(mesh, service, port.number, subset);
  return destination && { ...destination, tlsModes: workloads.length === 0 ? [ISTIO_TLS_MODE] : workloads.map(likelyTlsMode) };
}

/** Nothing known of the pods: then the best is assumed of them. */
function likelyTlsMode(workload: Workload): string | undefined {
  return tlsModeOfWorkload(workload) ?? (workload.dataPlane.dataPlane === 'unknown' ? ISTIO_TLS_MODE : undefined);
}

function knownServer(
  mesh: MeshSnapshot, service: Service, port: ServicePort, workload: Workload, mayFail: PlaceFilter['mayFail'],
): TrafficServer[] {
  // clients of a headless Service dial the pods themselves, so nothing translates the number
  const workloadPort = service.headless ? port.number : workloadPortOf(port, workload.containerPorts);
  // a gateway answers by its servers, not by a mode
  if (workload.gateway || workloadPort === undefined || mayFail?.(workload, workloadPort) === false) { return []; }
  const server = serverOf(mesh, workload, workloadPort);
  if (server.dataPlane !== 'unknown') { return [server]; }
  return mayHaveSidecars(mesh, workload.namespace) ? [{ ...server, dataPlane: 'sidecar', tlsMode: likelyTlsMode(workload) }] : [];
}

function likelyServers(mesh: MeshSnapshot, { namespace, selector, externalName, headless }: Service, port: ServicePort): TrafficServer[] {
  if (namespace === undefined || selector.size === 0 || externalName !== undefined || !mayHaveSidecars(mesh, namespace)) { return []; }
  const serverAt = (workloadPort: number) => ({ ...likelyServer(namespace, selector, workloadPort), portKind: port.kind });
  if (headless) { return [serverAt(port.number)]; }
  if (typeof port.targetPort !== 'string') { return [serverAt(port.targetPort ?? port.number)]; }
  const named = mesh.workloadPolicies(namespace, selector).flatMap(({ ports }) => [...ports.keys()]);
  return [...new Set([ANY_PORT, ...named])].map(serverAt);
}
