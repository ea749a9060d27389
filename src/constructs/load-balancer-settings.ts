/** How a client chooses among the pods of a service. */
export enum LoadBalancerAlgorithm {
  /** The endpoint with the fewest outstanding requests. */
  LEAST_REQUEST = 'LEAST_REQUEST',

  /** One after the other. */
  ROUND_ROBIN = 'ROUND_ROBIN',

  /** Any of them. */
  RANDOM = 'RANDOM',

  /** The address that the caller dialled. It also switches off the per-pod choice of auto mTLS. */
  PASSTHROUGH = 'PASSTHROUGH',
}

/** A cookie that keeps a caller on one pod. */
export interface ConsistentHashCookie {
  /** The name of the cookie. */
  readonly name: string;

  /**
   * The path of the cookie.
   *
   * @default - no path
   */
  readonly path?: string;

  /**
   * How long the cookie lives, such as "30m".
   *
   * @default - as long as the session
   */
  readonly ttl?: string;
}

/** What keeps a caller on one pod. Give exactly one. */
export interface ConsistentHash {
  /**
   * A request header.
   *
   * @default - not by header
   */
  readonly httpHeaderName?: string;

  /**
   * A query parameter.
   *
   * @default - not by query parameter
   */
  readonly httpQueryParameterName?: string;

  /**
   * A cookie.
   *
   * @default - not by cookie
   */
  readonly httpCookie?: ConsistentHashCookie;

  /**
   * The address of the caller.
   *
   * @default - not by address
   */
  readonly useSourceIp?: boolean;
}

/**
 * Load balancing of a rule. Give `simple` or `consistentHash`.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/#LoadBalancerSettings
 */
export interface LoadBalancerSettings {
  /**
   * An algorithm.
   *
   * @default - Istio's
   */
  readonly simple?: LoadBalancerAlgorithm;

  /**
   * Keeps each caller on one pod.
   *
   * @default - callers are spread
   */
  readonly consistentHash?: ConsistentHash;
}
