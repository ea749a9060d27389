import { entry, groupBy } from './group';
import { SelectorIndex } from './selector-index';
import { compareAge } from '../canonical-order';
import { frozenList } from '../frozen';
import { once } from '../once';
import { Policy, PolicyScope } from '../policy';
import { Labels } from '../resource';

const NONE: readonly Policy[] = frozenList([]);

/** The policies of one mesh by scope, each list in Istio's order. */
export class PolicyIndex {
  readonly meshPolicies: readonly Policy[];
  private readonly namespaceScope: ReadonlyMap<string | undefined, readonly Policy[]>;
  private readonly workloadScope: ReadonlyMap<string | undefined, readonly Policy[]>;
  private readonly selectors = new Map<string | undefined, SelectorIndex<Policy> | undefined>();
  private readonly ignored: () => SelectorIndex<Policy>;

  constructor(policies: readonly Policy[]) {
    const byAge = [...policies].sort(compareAge);
    const ofScope = (scope: PolicyScope) => byAge.filter(policy => policy.scope === scope);
    this.meshPolicies = frozenList(ofScope('mesh'));
    this.namespaceScope = groupBy(ofScope('namespace'), policy => policy.namespace);
    this.workloadScope = groupBy(ofScope('workload'), policy => policy.namespace);
    this.ignored = once(() => selectorIndex(ofScope('ignored')));
  }

  namespacePolicies(namespace: string | undefined): readonly Policy[] {
    return this.namespaceScope.get(namespace) ?? NONE;
  }

  workloadPolicies(namespace: string | undefined, podLabels: Labels): readonly Policy[] {
    return this.selectorsOf(namespace)?.matching(podLabels) ?? NONE;
  }

  ignoredPolicies(podLabels: Labels): readonly Policy[] {
    return this.ignored().matching(podLabels);
  }

  private selectorsOf(namespace: string | undefined): SelectorIndex<Policy> | undefined {
    return entry(this.selectors, namespace, () => {
      const policies = this.workloadScope.get(namespace);
      return policies === undefined ? undefined : selectorIndex(policies);
    });
  }
}

function selectorIndex(policies: readonly Policy[]): SelectorIndex<Policy> {
  return new SelectorIndex(policies, policy => policy.matchLabels, compareAge);
}
