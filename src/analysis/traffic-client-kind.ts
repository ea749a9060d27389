/** What a client is to the mesh. */
export enum TrafficClientKind {
  /** A pod with a sidecar. */
  SIDECAR = 'SIDECAR',

  /** A gateway of the mesh. */
  GATEWAY = 'GATEWAY',

  /** A pod in ambient mode. */
  AMBIENT = 'AMBIENT',

  /** Somebody without a mesh identity: a load balancer, the API server, a pod without a proxy. */
  OUTSIDE = 'OUTSIDE',

  /** The kubelet and its probes, rewritten by the injector as is the default. */
  KUBELET = 'KUBELET',
}
