/** Keeps idle TCP connections alive. */
export interface TcpKeepalive {
  /**
   * Probes without answer before the connection counts as dead.
   *
   * @default - that of the operating system
   */
  readonly probes?: number;

  /**
   * How long a connection is idle before the first probe, such as "7200s".
   *
   * @default - that of the operating system
   */
  readonly time?: string;

  /**
   * Between two probes, such as "75s".
   *
   * @default - that of the operating system
   */
  readonly interval?: string;
}

/** Limits for TCP connections. */
export interface TcpPoolSettings {
  /**
   * Connections to one host.
   *
   * @default - no limit
   */
  readonly maxConnections?: number;

  /**
   * How long connecting may take, such as "10s".
   *
   * @default - Istio's
   */
  readonly connectTimeout?: string;

  /**
   * After how long without traffic a connection is closed, such as "1h".
   *
   * @default - Istio's
   */
  readonly idleTimeout?: string;

  /**
   * How long a connection may live.
   *
   * @default - no limit
   */
  readonly maxConnectionDuration?: string;

  /**
   * Keeps idle connections alive.
   *
   * @default - no probes
   */
  readonly tcpKeepalive?: TcpKeepalive;
}

/** Limits for HTTP requests. */
export interface HttpPoolSettings {
  /**
   * Requests that wait for a connection.
   *
   * @default - no limit
   */
  readonly http1MaxPendingRequests?: number;

  /**
   * Requests under way.
   *
   * @default - no limit
   */
  readonly http2MaxRequests?: number;

  /**
   * Requests before a connection is closed.
   *
   * @default - no limit
   */
  readonly maxRequestsPerConnection?: number;

  /**
   * Retries under way.
   *
   * @default - no limit
   */
  readonly maxRetries?: number;

  /**
   * After how long without requests a connection is closed, such as "1h".
   *
   * @default - Istio's
   */
  readonly idleTimeout?: string;

  /**
   * Whether HTTP/1.1 is upgraded to HTTP/2: "DEFAULT", "DO_NOT_UPGRADE" or "UPGRADE".
   *
   * @default "DEFAULT"
   */
  readonly h2UpgradePolicy?: string;

  /**
   * Speak the protocol that the client spoke.
   *
   * @default false
   */
  readonly useClientProtocol?: boolean;

  /**
   * Streams at a time on one HTTP/2 connection.
   *
   * @default - Istio's
   */
  readonly maxConcurrentStreams?: number;
}

/**
 * Limits for the connections of a client to a host.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/#ConnectionPoolSettings
 */
export interface ConnectionPoolSettings {
  /**
   * Limits for TCP connections.
   *
   * @default - no limits
   */
  readonly tcp?: TcpPoolSettings;

  /**
   * Limits for HTTP requests.
   *
   * @default - no limits
   */
  readonly http?: HttpPoolSettings;
}
