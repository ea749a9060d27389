import { ClientTlsAnswer } from '../client-tls/client-tls-answer';
import { ModeAnswer } from '../effective-mode/mode-answer';
import { EffectiveMode } from '../model/mode';

/** `tls-passthrough`: TLS bytes reach the application undecrypted. `unknown`: the input does not say what the server or the client is. */
export type Outcome = 'mtls' | 'plaintext' | 'tls-passthrough' | 'tls-terminated' | 'refused' | 'stalled' | 'unknown';

/** How a refusal shows (ambient-and-traffic.md D, i to v; `server-name`: sidecar.md E6, the client turns away). */
export type Refusal = 'no-filter-chain' | 'tls-handshake' | 'http-codec' | 'application' | 'ztunnel' | 'server-name';

export interface Reception {
  readonly outcome: Outcome;
  /** `undefined`: depends on whether the application speaks this TLS, or on what is not known. */
  readonly delivered: boolean | undefined;
  readonly refusal: Refusal | undefined;
  readonly rules: readonly string[];
}

export interface TrafficAnswer extends Reception {
  /** Mode at the workload port; `undefined`: nothing enforces one. */
  readonly serverMode: EffectiveMode | undefined;
  readonly mode: ModeAnswer | undefined;
  /** `undefined`: no proxy of Istio chose what is sent. */
  readonly clientTls: ClientTlsAnswer | undefined;
  /** Went through an HBONE tunnel. */
  readonly hbone: boolean;
  readonly links: readonly TrafficLink[];
  /** Every link is known: the input proves the answer. */
  readonly proven: boolean;
}

export type LinkName = 'client' | 'service' | 'workload' | 'data-plane' | 'policy' | 'parent-mode' | 'rule' | 'service-mode' | 'certificate';

/** One thing that the answer leans on. */
export interface TrafficLink {
  readonly link: LinkName;
  readonly known: boolean;
}
