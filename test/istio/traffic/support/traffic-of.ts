import { ProfileInput } from '../../../../src/istio/model/profile';
import { clientIn } from '../../../../src/istio/traffic/client-of';
import { traffic } from '../../../../src/istio/traffic/traffic';
import { TrafficAnswer } from '../../../../src/istio/traffic/traffic-answer';
import { ClientKind, TrafficCall, TrafficClient, TrafficDestination, TrafficQuestion, TrafficServer } from '../../../../src/istio/traffic/traffic-question';
import { labels, meshOf, Written } from '../../rule-selection/support/mesh-of';

export const HOST = 'reviews.prod.svc.cluster.local';

export interface Asked {
  readonly client?: ClientKind | Partial<TrafficClient>;
  readonly server?: Partial<TrafficServer>;
  /** `null`: the pod's own address. */
  readonly destination?: Partial<TrafficDestination> | null;
  readonly call?: Partial<TrafficCall>;
  readonly profile?: ProfileInput;
  readonly aliases?: readonly string[];
}

/** A sidecar in `shop` calls port 80 of `reviews` in `prod`: one pod with sidecar, workload port 8080, declared HTTP. */
export function questionOf({ client = 'sidecar', server, destination, call, aliases }: Asked = {}): TrafficQuestion {
  const asked = typeof client === 'string' ? { kind: client } : client;
  const described: TrafficServer = {
    namespace: 'prod',
    podLabels: labels({ app: 'reviews' }),
    dataPlane: 'sidecar',
    proven: true,
    workloadPort: 8080,
    portKind: 'http',
    ingressTls: undefined,
    captured: true,
    tlsMode: server?.dataPlane === undefined || server.dataPlane === 'sidecar' ? 'istio' : undefined,
    hbone: false,
    waypoint: false,
    serverFirst: false,
    identity: undefined,
    workload: undefined,
    ...server,
  };
  return {
    client: { ...clientIn('shop', 'sidecar', true), labels: labels({ app: 'cart' }), ...asked },
    server: described,
    destination: destination === null ? undefined : {
      host: HOST,
      namespace: 'prod',
      servicePort: 80,
      subset: undefined,
      headless: false,
      meshExternal: false,
      tlsModes: [described.tlsMode],
      service: undefined,
      ...destination,
    },
    call: { sends: 'auto', application: described.portKind === 'http' ? 'http' : 'tcp', applicationTls: false, ...call },
    trustDomainAliases: aliases,
  };
}

export function trafficOf(objects: readonly Written[], asked: Asked = {}): TrafficAnswer {
  return traffic(meshOf(objects, asked.profile), questionOf(asked));
}

/** `mtls`, `refused: ztunnel`, `tls-passthrough?` (nobody knows whether it is answered), `tls-passthrough!` (not answered), ` hbone`. */
export function told({ outcome, delivered, refusal, hbone }: TrafficAnswer): string {
  const answered = outcome === 'tls-passthrough' ? (delivered === undefined ? '?' : delivered ? '' : '!') : '';
  return `${outcome}${answered}${refusal === undefined ? '' : `: ${refusal}`}${hbone ? ' hbone' : ''}`;
}
