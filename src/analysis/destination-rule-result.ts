import { MtlsObject } from './mtls-object';

/** The rule that a client uses for a host, and what it says about TLS. */
export interface DestinationRuleResult {
  /**
   * The rule; where several were merged, the one that gave its identity.
   *
   * @default - no rule applies
   */
  readonly rule?: MtlsObject;

  /** All rules that were merged into it, in order. */
  readonly from: MtlsObject[];

  /**
   * The host of the rule that matched.
   *
   * @default - no rule applies
   */
  readonly host?: string;

  /**
   * Where the search ended: "client", "service" or "root" namespace.
   *
   * @default - no rule applies
   */
  readonly place?: string;

  /**
   * DISABLE, SIMPLE, MUTUAL or ISTIO_MUTUAL for the port and subset.
   *
   * @default - the rule does not say, auto mTLS decides
   */
  readonly tlsMode?: string;

  /** The age of rules decides, and manifests do not give it. */
  readonly ambiguous: boolean;

  /** The rules of Istio that were used. */
  readonly rules: string[];
}
