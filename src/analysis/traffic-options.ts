import { TrafficClientKind } from './traffic-client-kind';

/** A call to a Service. */
export interface TrafficOptions {
  /** Who calls. */
  readonly client: TrafficClientOptions;

  /** Which Service is called. */
  readonly server: TrafficServerOptions;

  /** The port that the client dials. */
  readonly servicePort: number;

  /**
   * The subset that a route chose.
   *
   * @default - none
   */
  readonly subset?: string;

  /**
   * The mesh.
   *
   * @default - that of the scope, or the only one
   */
  readonly mesh?: string;
}

/** Who calls: a workload of the input, or a client described by hand. */
export interface TrafficClientOptions {
  /**
   * The namespace of the client. Not needed for clients outside of the mesh.
   *
   * @default - none
   */
  readonly namespace?: string;

  /**
   * A workload of the input, such as "frontend" or "Deployment/frontend".
   *
   * @default - described by `kind`
   */
  readonly workload?: string;

  /**
   * What the client is.
   *
   * @default - what the input says of `workload`, else TrafficClientKind.SIDECAR
   */
  readonly kind?: TrafficClientKind;
}

/** A Service of the input. */
export interface TrafficServerOptions {
  /** The namespace of the Service. */
  readonly namespace: string;

  /** The name of the Service. */
  readonly service: string;
}
