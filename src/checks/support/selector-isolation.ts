import { entry } from '../../istio/model/index/group';
import { Policy } from '../../istio/model/policy';

/** How often labels occur in the selectors of one namespace. */
interface LabelCounts {
  policies: number;
  readonly keys: Map<string, number>;
  readonly labels: Map<string, number>;
}

/**
 * Tells which workload policies cannot meet another one of their namespace on any pod, known or not: there is a key on which
 * all selectors insist, and no other insists on the same value. Counted once, so that selectors are never compared in pairs.
 */
export function isolatedPolicies(policies: readonly Policy[]): (policy: Policy) => boolean {
  const namespaces = new Map<string | undefined, LabelCounts>();
  for (const policy of policies) {
    if (policy.scope !== 'workload') continue;
    const counts = entry(namespaces, policy.namespace, () => ({ policies: 0, keys: new Map<string, number>(), labels: new Map<string, number>() }));
    counts.policies++;
    for (const [key, value] of policy.matchLabels) {
      counts.keys.set(key, (counts.keys.get(key) ?? 0) + 1);
      counts.labels.set(labelOf(key, value), (counts.labels.get(labelOf(key, value)) ?? 0) + 1);
    }
  }
  return ({ namespace, matchLabels }) => {
    const counts = namespaces.get(namespace);
    return counts !== undefined && [...matchLabels].some(([key, value]) =>
      counts.keys.get(key) === counts.policies && counts.labels.get(labelOf(key, value)) === 1);
  };
}

function labelOf(key: string, value: string): string {
  return `${key.length} ${key}${value}`;
}
