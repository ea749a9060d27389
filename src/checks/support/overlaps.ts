import { byControlPlane } from './control-plane';
import { distinctObjects } from './distinct-objects';
import { sameApply } from './same-apply';
import { entry } from '../../istio/model/index/group';
import { Policy } from '../../istio/model/policy';
import { MeshSnapshot } from '../../istio/model/snapshot';
import { Workload } from '../../istio/model/workload';
import { equalLabels } from '../../istio/rule-selection/equal-labels';

/** Workload policies that meet on the same pods, in Istio's order. */
export interface Overlap {
  readonly policies: readonly Policy[];
  /** Known ones that all of them select; empty: the selectors alone say so. */
  readonly workloads: readonly Workload[];
}

/** Every set of workload policies that meets on known pods, then every further one that meets on any pods with the labels of one of them. */
export function overlaps(mesh: MeshSnapshot): readonly Overlap[] {
  const found = new OverlapSets(mesh);
  const settled = new Set<Policy>();
  for (const workload of mesh.workloads) {
    // nothing is enforced without a proxy, and a gateway follows its servers
    if (workload.dataPlane.dataPlane === 'none' || workload.gateway) { continue; }
    const policies = mesh.workloadPolicies(workload.namespace, workload.podLabels);
    if (policies.length < 2) { continue; }
    found.add(policies, workload);
    policies.forEach((policy) => settled.add(policy));
  }
  for (const policy of mesh.policies) {
    if (policy.scope !== 'workload' || settled.has(policy)) { continue; }
    const policies = mesh.workloadPolicies(policy.namespace, policy.matchLabels);
    if (policies.length < 2) { continue; }
    found.add(policies);
    // policies with equal labels meet the same others
    policies.filter(({ matchLabels }) => equalLabels(matchLabels, policy.matchLabels)).forEach((equal) => settled.add(equal));
  }
  return found.all();
}

/** Each set once, however many workloads show it. */
class OverlapSets {
  private readonly sets = new Map<string, { readonly policies: readonly Policy[]; readonly workloads: Workload[] }>();
  private readonly numbers = new Map<Policy, number>();

  constructor(private readonly mesh: MeshSnapshot) {}

  add(policies: readonly Policy[], workload?: Workload): void {
    for (const together of meeting(this.mesh, policies)) {
      const key = together.map((policy) => entry(this.numbers, policy, () => this.numbers.size)).join(' ');
      const overlap = entry(this.sets, key, () => ({ policies: together, workloads: [] }));
      if (workload !== undefined) { overlap.workloads.push(workload); }
    }
  }

  all(): readonly Overlap[] {
    return [...this.sets.values()];
  }
}

/** Sets of two objects or more that one control plane reads; objects of an unknown namespace meet only inside a folder. */
function meeting(mesh: MeshSnapshot, policies: readonly Policy[]): readonly (readonly Policy[])[] {
  if (policies.length < 2) { return []; }
  return byControlPlane(policies)
    .map((readTogether) => distinctObjects(mesh, readTogether))
    .filter((distinct) => distinct.length > 1 && (distinct[0].namespace !== undefined || sameApply(distinct)));
}
