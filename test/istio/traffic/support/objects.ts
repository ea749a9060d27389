import { objectAt, Written } from '../../rule-selection/support/mesh-of';

export function namespaceNamed(name: string, labels: Readonly<Record<string, string>> = {}): Written {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } };
}

export const INJECTED = { 'istio-injection': 'enabled' };
export const AMBIENT = { 'istio.io/dataplane-mode': 'ambient' };

interface Pods {
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly ports?: readonly Written[];
  readonly serviceAccountName?: string;
}

/** `deployment('prod/reviews')`: pods `app: reviews` with a container port `web` 8080. */
export function deployment(place: string, { labels, annotations, ports = [{ name: 'web', containerPort: 8080 }], serviceAccountName }: Pods = {}): Written {
  const podLabels = labels ?? { app: place.split('/')[1] };
  return objectAt('apps/v1', 'Deployment', place, {
    selector: { matchLabels: podLabels },
    template: { metadata: { labels: podLabels, annotations }, spec: { serviceAccountName, containers: [{ name: 'main', ports }] } },
  });
}

/** `service('prod/reviews')`: port 80 `http` to the named container port `web`. */
export function service(place: string, spec: Written = {}, creationTimestamp?: string): Written {
  const ports = [{ name: 'http', port: 80, targetPort: 'web' }];
  return objectAt('v1', 'Service', place, { selector: { app: place.split('/')[1] }, ports, ...spec }, creationTimestamp);
}

export function serviceEntry(place: string, spec: Written): Written {
  return objectAt('networking.istio.io/v1', 'ServiceEntry', place, spec);
}
