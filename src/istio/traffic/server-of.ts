import { isCaptured } from './captured-ports';
import { declaredPort } from './declared-port';
import { TrafficServer } from './traffic-question';
import { tlsModeOfEndpoint, tlsModeOfWorkload } from '../client-tls/tls-mode-label';
import { Labels } from '../model/resource';
import { ServiceEntry, ServiceEntryEndpoint } from '../model/service';
import { MeshSnapshot } from '../model/snapshot';
import { Workload } from '../model/workload';

const TUNNEL_LABEL = 'networking.istio.io/tunnel';
const USE_WAYPOINT = 'istio.io/use-waypoint';
const DEFAULT_SERVICE_ACCOUNT = 'default';

/** A workload of the snapshot as the end of a connection. */
export function serverOf(mesh: MeshSnapshot, workload: Workload, workloadPort: number): TrafficServer {
  const { namespace, podLabels } = workload;
  const { dataPlane, proven } = dataPlaneOf(workload);
  const port = declaredPort(mesh, { namespace, podLabels, containerPorts: workload.containerPorts, address: undefined }, workloadPort);
  return {
    namespace,
    podLabels,
    dataPlane,
    proven,
    workloadPort,
    portKind: port.kind,
    // istiod reads it only behind a feature flag that is off by default
    ingressTls: undefined,
    captured: dataPlane !== 'sidecar' || isCaptured(workload.podAnnotations, workloadPort),
    tlsMode: tlsModeOfWorkload(workload),
    hbone: podLabels.get(TUNNEL_LABEL) === 'http',
    waypoint: usesWaypoint(mesh, workload),
    serverFirst: false,
    identity: dataPlane === 'sidecar' ? identityOf(mesh, namespace, workload.serviceAccount ?? DEFAULT_SERVICE_ACCOUNT) : undefined,
    workload,
  };
}

/** A gateway takes what the servers of its Gateway say, not what a policy says: what it makes of a call is not told here. */
function dataPlaneOf({ gateway, dataPlane: { dataPlane, proven } }: Workload): Pick<TrafficServer, 'dataPlane' | 'proven'> {
  return gateway && dataPlane === 'sidecar' ? { dataPlane: 'unknown', proven: false } : { dataPlane, proven };
}

/** An endpoint that a ServiceEntry lists by address: nobody says whether a proxy runs there. */
export function serverOfEndpoint(mesh: MeshSnapshot, entry: ServiceEntry, endpoint: ServiceEntryEndpoint, workloadPort: number): TrafficServer {
  const { namespace } = entry;
  const { labels: podLabels, address } = endpoint;
  const tlsMode = tlsModeOfEndpoint(endpoint);
  return {
    namespace,
    podLabels,
    dataPlane: entry.meshExternal ? 'none' : 'unknown',
    proven: entry.meshExternal,
    workloadPort,
    portKind: declaredPort(mesh, { namespace, podLabels, containerPorts: [], address }, workloadPort).kind,
    ingressTls: undefined,
    captured: true,
    tlsMode,
    hbone: false,
    waypoint: false,
    serverFirst: false,
    identity: undefined,
    workload: undefined,
  };
}

/** The name in a workload's certificate; the trust domain is the profile's. */
export function identityOf(mesh: MeshSnapshot, namespace: string | undefined, serviceAccount: string): string | undefined {
  return namespace === undefined ? undefined : `spiffe://${mesh.profile.trustDomain}/ns/${namespace}/sa/${serviceAccount}`;
}

function usesWaypoint(mesh: MeshSnapshot, { namespace, podLabels }: Workload): boolean {
  const labelled = (labels: Labels | undefined) => labels?.get(USE_WAYPOINT) !== undefined && labels.get(USE_WAYPOINT) !== 'none';
  const services = mesh.servicesOf(namespace, podLabels);
  const own = namespace === undefined ? undefined : mesh.namespaces.get(namespace);
  return labelled(podLabels) || services.some(({ labels }) => labelled(labels)) || labelled(own?.labels);
}
