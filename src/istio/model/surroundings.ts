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
