import { podsOfNamespace } from './pods-of-namespace';
import { Labels } from '../../istio/model/resource';
import { emptyMap } from '../../istio/model/sealed-map';
import { MeshSnapshot } from '../../istio/model/snapshot';
import { isCaptured } from '../../istio/traffic/captured-ports';
import { TrafficServer } from '../../istio/traffic/traffic-question';

/** Any Service port, or workload port, that no rule and no policy names. */
export const ANY_PORT = 0;

/** Pods that the input does not show but speaks about. Never proven. */
export function likelyServer(namespace: string, podLabels: Labels, workloadPort: number): TrafficServer {
  return {
    namespace,
    podLabels,
    dataPlane: 'sidecar',
    proven: false,
    workloadPort,
    portKind: 'auto',
    ingressTls: undefined,
    captured: isCaptured(emptyMap(), workloadPort),
    tlsMode: 'istio',
    hbone: false,
    waypoint: false,
    serverFirst: false,
    identity: undefined,
    workload: undefined,
  };
}

/** Whether pods of which nothing is known may have a sidecar here; on complete input there are no such pods. */
export function mayHaveSidecars(mesh: MeshSnapshot, namespace: string | undefined): boolean {
  if (mesh.profile.complete) { return false; }
  const { dataPlane } = podsOfNamespace(mesh, namespace);
  return dataPlane === 'sidecar' || dataPlane === 'unknown';
}
