/**
 * Who refuses: the API server for any object (`kubernetes`), the CRD's schema and CEL rules (`crd`), istiod's webhook (`webhook`).
 * The verdict on a policy or rule names the last two only.
 */
export type Gate = 'kubernetes' | 'crd' | 'webhook';

export const BOTH_GATES: readonly Gate[] = ['crd', 'webhook'];
export const CRD_ONLY: readonly Gate[] = ['crd'];
export const WEBHOOK_ONLY: readonly Gate[] = ['webhook'];

/** One thing that is refused or warned about. */
export interface Objection {
  /** `sidecar.md A4`; for fields that mutual TLS does not touch, Istio's own function: `istio validateConnectionPool`. */
  readonly rule: string;
  /** For a warning: who warns. */
  readonly refusedBy: readonly Gate[];
  /** `spec.portLevelMtls.8080.mode`, `spec.subsets[1].name`, `spec.selector.matchLabels["a.b/c"]`. */
  readonly path: string;
  /** Lower case: the value received, what is allowed, what to do. */
  readonly message: string;
}

/** What the two gates say about one object; neither ever compares two objects. */
export interface Verdict {
  readonly refusals: readonly Objection[];
  readonly warnings: readonly Objection[];
}

/** What only istiod's webhook refuses. */
export function refusedByWebhook(rule: string, path: string, message: string): Objection {
  return { rule, refusedBy: WEBHOOK_ONLY, path, message };
}

/** Shared, so that a value without problems costs no allocation. */
export const NO_OBJECTIONS: readonly Objection[] = Object.freeze([]);
