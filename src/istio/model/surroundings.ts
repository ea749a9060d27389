import { Labels, Resource } from './resource';
import { ServicePort } from './service';

/** A Kubernetes Namespace. */
export type Namespace = Resource;

export interface SidecarIngress {
  readonly port: ServicePort;
  /** User TLS on the listener (G6). */
  readonly tls: boolean;
}

/** Istio's Sidecar, as far as it changes what a server listens to. */
export interface Sidecar extends Resource {
  readonly workloadSelector: Labels | undefined;
  /** Empty when absent: then the Services say which ports there are. */
  readonly ingress: readonly SidecarIngress[];
}

export interface AuthorizationPolicy extends Resource {
  readonly matchLabels: Labels;
  /** `targetRef` / `targetRefs` present: a waypoint or gateway enforces it. */
  readonly targeted: boolean;
  readonly action: string;
  readonly rules: readonly Readonly<Record<string, unknown>>[];
}

/** Somebody without mesh identity who calls a Service: the API server, an ingress controller, a route. */
export interface CallerReference extends Resource {
  readonly caller: 'admission-webhook' | 'conversion-webhook' | 'api-service' | 'ingress' | 'gateway-route';
  /** Of an Ingress: its class, by field or annotation. `istio` is a gateway of the mesh, which has an identity. */
  readonly className?: string;
  /** Of a route: what it hangs on. A parent of kind `Service` makes it a route of callers inside the mesh. */
  readonly parents?: readonly GatewayReference[];
  readonly targets: readonly CallerTarget[];
}

export interface CallerTarget {
  readonly namespace: string | undefined;
  readonly service: string;
  /** Service port number or name; absent: the kind's default (443 for webhooks and APIServices). */
  readonly servicePort: number | string | undefined;
  /** e.g. `webhooks[0].clientConfig.service` */
  readonly path: string;
}

/** A parent of a route, `namespace` and `kind` filled in. */
export interface GatewayReference {
  readonly kind: string;
  readonly namespace: string | undefined;
  readonly name: string;
}

/** A Gateway of the Gateway API. */
export interface Gateway extends Resource {
  /** `istio` and `istio-waypoint` are proxies of the mesh. */
  readonly className: string | undefined;
}
