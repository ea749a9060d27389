import { ClientKind, TrafficClient } from './traffic-question';
import { Labels } from '../model/resource';
import { Workload } from '../model/workload';

const NO_LABELS: Labels = new Map();

/** Pods of the mesh as clients. Proxies tunnel if istiod runs with ambient on, which manifests do not say: they do where a server needs it. */
export function clientOf(workload: Workload): TrafficClient {
  return {
    ...anonymous(kindOf(workload), workload.dataPlane.proven),
    namespace: workload.namespace,
    labels: workload.podLabels,
  };
}

/** Any client of a namespace: no rule or policy that selects by labels finds it. */
export function clientIn(namespace: string | undefined, kind: ClientKind, proven: boolean): TrafficClient {
  return { ...anonymous(kind, proven), namespace };
}

/** Somebody without a proxy: outside the cluster, or in a namespace that is not in the mesh. */
export function outsider(): TrafficClient {
  return anonymous('none', true);
}

export function kubelet(probesRewritten: boolean): TrafficClient {
  return { ...anonymous('kubelet', true), probesRewritten };
}

/** A gateway's proxy is told apart by itself: it load-balances headless services. */
function kindOf({ gateway, dataPlane: { dataPlane } }: Workload): ClientKind {
  return gateway && dataPlane === 'sidecar' ? 'gateway' : dataPlane;
}

function anonymous(kind: ClientKind, proven: boolean): TrafficClient {
  return {
    kind,
    namespace: undefined,
    labels: NO_LABELS,
    sendsHbone: true,
    metadataCertificates: false,
    certificate: undefined,
    probesRewritten: true,
    proven,
  };
}
