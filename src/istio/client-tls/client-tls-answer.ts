import { EffectiveMode } from '../model/mode';
import { ResolvedPolicy } from '../rule-selection/resolved-policy';
import { RuleAnswer } from '../rule-selection/rule-answer';

/** `mtls`: mesh certificates and Istio's ALPN. `custom-mtls`: a client certificate from files or a secret. `tls`: one-way. */
export type ClientTls = 'plaintext' | 'mtls' | 'tls' | 'custom-mtls';

export interface ClientTlsAnswer {
  /** What the endpoint gets if there is no tunnel. */
  readonly sends: ClientTls;
  /** Goes through an HBONE tunnel; then only `tls` and `custom-mtls` remain, inside it (ambient-and-traffic.md B7). */
  readonly hbone: boolean;
  /** `auto`: no rule says `tls`, also when auto mTLS is off. */
  readonly via: 'destination-rule' | 'auto' | 'no-proxy';
  /** Namespace-level mode that the client goes by; `UNKNOWN`: external (sidecar.md F3). */
  readonly serviceMode: EffectiveMode | 'UNKNOWN';
  /** TLS is switched by an endpoint label. */
  readonly perEndpoint: boolean;
  /** TLS to every endpoint. */
  readonly alwaysTls: boolean;
  /** `undefined`: no proxy reads rules. */
  readonly selection: RuleAnswer | undefined;
  readonly policy: ResolvedPolicy | undefined;
  /** The rule asks for TLS, and plaintext is sent (sidecar.md E9, E10). */
  readonly failsOpen: boolean;
  readonly rules: readonly string[];
}
