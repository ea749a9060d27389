/**
 * What a workload accepts.
 *
 * @see https://istio.io/latest/docs/reference/config/security/peer_authentication/#PeerAuthentication-MutualTLS-Mode
 */
export enum MtlsMode {
  /** Inherit the mode of the namespace, else of the mesh, else PERMISSIVE. */
  UNSET = 'UNSET',

  /** Accept plaintext only. */
  DISABLE = 'DISABLE',

  /** Accept plaintext and mutual TLS. */
  PERMISSIVE = 'PERMISSIVE',

  /** Accept mutual TLS only. */
  STRICT = 'STRICT',
}
