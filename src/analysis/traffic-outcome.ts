/** What happens to a call. */
export enum TrafficOutcome {
  /** Encrypted, both sides identified. */
  MTLS = 'MTLS',

  /** Served in plaintext. */
  PLAINTEXT = 'PLAINTEXT',

  /** TLS bytes reach the application undecrypted; it works only if the application speaks that TLS. */
  TLS_PASSTHROUGH = 'TLS_PASSTHROUGH',

  /** The proxy ends the user's own TLS. */
  TLS_TERMINATED = 'TLS_TERMINATED',

  /** The connection is reset or the handshake fails. */
  REFUSED = 'REFUSED',

  /** The connection hangs: the server speaks first, and the proxy waits for the client. */
  STALLED = 'STALLED',

  /** The input does not say what client or server are. */
  UNKNOWN = 'UNKNOWN',
}
