import { frozenList } from '../model/frozen';
import { Policy } from '../model/policy';
import { MeshSnapshot } from '../model/snapshot';

/** Who counts among the policies of one level. */
export interface Contest {
  readonly candidates: readonly Policy[];
  readonly winner: Policy | undefined;
  readonly losers: readonly Policy[];
  readonly contenders: readonly Policy[];
  readonly ambiguous: boolean;
}

const NONE: readonly Policy[] = frozenList([]);
const NOBODY: Contest = Object.freeze({ candidates: NONE, winner: undefined, losers: NONE, contenders: NONE, ambiguous: false });

/** How ages are compared: whether equal timestamps leave the winner open. */
export type Ties = 'by-name' | 'open';

/**
 * The oldest candidate wins (sidecar.md C3-C5); candidates come in Istio's order. Policies without a timestamp could each be the oldest,
 * as could all that share the oldest timestamp where ties are open (ambient-and-traffic.md A6).
 */
export function contest(mesh: MeshSnapshot, candidates: readonly Policy[], ties: Ties): Contest {
  if (candidates.length === 0) return NOBODY;
  const winner = oldest(candidates);
  if (candidates.length === 1 && mesh.copiesOf(winner).length === 1) {
    return { candidates, winner, losers: NONE, contenders: candidates, ambiguous: false };
  }
  const losers = firstCopies(candidates.filter(candidate => !isCopy(candidate, winner)));
  const possible = [winner, ...possibleWinners(losers, candidates, ties)];
  const contenders = possible.flatMap(policy => [policy, ...mesh.copiesOf(policy).filter(copy => copy !== policy)]);
  return { candidates, winner, losers: frozenList(losers), contenders: frozenList(contenders), ambiguous: possible.length > 1 };
}

/** Stable: among equals the first listed stays. */
function oldest(candidates: readonly Policy[]): Policy {
  return candidates.reduce((found, candidate) => ageOf(candidate) < ageOf(found) ? candidate : found);
}

function ageOf(policy: Policy): number {
  return policy.createdAt ?? -Infinity;
}

/** Losers that win when the unknown ages turn out that way. */
function possibleWinners(losers: readonly Policy[], candidates: readonly Policy[], ties: Ties): readonly Policy[] {
  const dated = candidates.filter(candidate => candidate.createdAt !== undefined);
  if (dated.length === 0) return losers;
  const oldestDated = oldest(dated);
  const isPossible = (policy: Policy) => policy.createdAt === undefined || policy === oldestDated || (ties === 'open' && policy.createdAt === oldestDated.createdAt);
  return losers.filter(isPossible);
}

/** One of each object. */
function firstCopies(policies: readonly Policy[]): Policy[] {
  const seen = new Set<string>();
  return policies.filter(policy => {
    if (policy.namespace === undefined) return true;
    const identity = `${policy.namespace}/${policy.name}`;
    return !seen.has(identity) && seen.add(identity);
  });
}

function isCopy(a: Policy, b: Policy): boolean {
  return a.namespace !== undefined && a.name === b.name && a.namespace === b.namespace;
}
