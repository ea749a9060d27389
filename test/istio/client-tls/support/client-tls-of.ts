import { clientTls } from '../../../../src/istio/client-tls/client-tls';
import { ClientTlsAnswer } from '../../../../src/istio/client-tls/client-tls-answer';
import { TlsClient, TlsDestination, TlsEndpoint } from '../../../../src/istio/client-tls/client-tls-question';
import { ProfileInput } from '../../../../src/istio/model/profile';
import { labels, meshOf, policyAt, ruleAt, Written } from '../../rule-selection/support/mesh-of';

export const HOST = 'reviews.prod.svc.cluster.local';
export const APP = { matchLabels: { app: 'reviews' } };

export interface Asked {
  readonly client?: Partial<TlsClient>;
  readonly destination?: Partial<TlsDestination>;
  readonly endpoint?: Partial<TlsEndpoint>;
  readonly profile?: ProfileInput;
}

/** A sidecar in `shop` to port 80 of `reviews` in `prod`, whose one pod has a sidecar and listens on 8080. */
export function clientTlsOf(objects: readonly Written[], { client, destination, endpoint, profile }: Asked = {}): ClientTlsAnswer {
  return clientTls(meshOf(objects, profile), {
    client: { proxy: 'sidecar', namespace: 'shop', labels: labels({ app: 'cart' }), sendsHbone: false, metadataCertificates: false, ...client },
    destination: {
      host: HOST, namespace: 'prod', servicePort: 80, subset: undefined, headless: false, meshExternal: false, tlsModes: ['istio'], ...destination,
    },
    endpoint: { namespace: 'prod', podLabels: labels({ app: 'reviews' }), workloadPort: 8080, tlsMode: 'istio', hbone: false, ...endpoint },
  });
}

/** `mtls auto`, with ` each` for per-endpoint, ` always` for TLS to every endpoint, ` hbone` for a tunnel, ` open` for failing open. */
export function told({ sends, via, perEndpoint, alwaysTls, hbone, failsOpen }: ClientTlsAnswer): string {
  return `${sends} ${via}${perEndpoint ? ' each' : ''}${alwaysTls ? ' always' : ''}${hbone ? ' hbone' : ''}${failsOpen ? ' open' : ''}`;
}

export function meshPolicy(mode: string): Written {
  return policyAt('istio-system/default', { mtls: { mode } });
}

export function namespacePolicy(mode: string): Written {
  return policyAt('prod/default', { mtls: { mode } });
}

export function workloadPolicy(mode: string | undefined, ports: Readonly<Record<number, string>> = {}): Written {
  const portLevelMtls = Object.fromEntries(Object.entries(ports).map(([port, portMode]) => [port, { mode: portMode }]));
  return policyAt('prod/reviews', {
    selector: APP,
    ...(mode === undefined ? {} : { mtls: { mode } }),
    ...(Object.keys(ports).length === 0 ? {} : { portLevelMtls }),
  });
}

/** A rule of the service owner. */
export function rule(trafficPolicy: Written, more: Written = {}): Written {
  return ruleAt('prod/reviews', { host: HOST, trafficPolicy, ...more });
}
