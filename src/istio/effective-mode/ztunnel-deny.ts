/** One condition on a connection; all that are given must hold. */
export interface DenyRule {
  /** The connection carries no mesh identity: it did not come through HBONE. */
  readonly withoutIdentity?: true;
  readonly toPort?: number;
  readonly notToPort?: number;
}

/** A connection is denied when all rules of any group match it (ambient-and-traffic.md A11). */
export type DenyGroup = readonly DenyRule[];

export const WITHOUT_IDENTITY: DenyRule = Object.freeze({ withoutIdentity: true });

/** The policy that istiod binds to strict workloads without port exceptions (A8). */
export const STATIC_STRICT: readonly DenyGroup[] = Object.freeze([Object.freeze([WITHOUT_IDENTITY])]);

/** Whether ztunnel drops a connection without identity to this port. */
export function deniesPlaintext(groups: readonly DenyGroup[], workloadPort: number): boolean {
  return groups.some(group => group.every(rule => matchesPlaintext(rule, workloadPort)));
}

function matchesPlaintext({ toPort, notToPort }: DenyRule, workloadPort: number): boolean {
  return (toPort === undefined || toPort === workloadPort) && (notToPort === undefined || notToPort !== workloadPort);
}
