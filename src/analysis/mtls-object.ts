/** An object of the input, as answers and findings name it. */
export interface MtlsObject {
  /** Such as "security.istio.io/v1". */
  readonly apiVersion: string;

  /** Such as "PeerAuthentication". */
  readonly kind: string;

  /**
   * Its namespace.
   *
   * @default - not known, or the kind has none
   */
  readonly namespace?: string;

  /** Its name. */
  readonly name: string;

  /**
   * Path of the construct that wrote it.
   *
   * @default - it was given as a manifest
   */
  readonly construct?: string;
}
