import { byControlPlane } from './control-plane';
import { distinctObjects } from './distinct-objects';
import { labelText } from './label-text';
import { sameApply } from './same-apply';
import { entry } from '../../istio/model/index/group';
import { Policy } from '../../istio/model/policy';
import { MeshSnapshot } from '../../istio/model/snapshot';
import { Workload } from '../../istio/model/workload';

/** Workload policies that meet on the same pods, in Istio's order. */
export interface Overlap {
  readonly policies: readonly Policy[];
  /** Known ones that all of them select; empty: the selectors alone say so. */
  readonly workloads: readonly Workload[];
}

/** Every set of workload policies that meets on known pods, then every further one that meets on any pods with the labels of one of them. */
export function overlaps(mesh: MeshSnapshot): readonly Overlap[] {
  const found = new Map<string, { policies: readonly Policy[]; workloads: Workload[] }>();
  const indexes = new Map(mesh.policies.map((policy, index) => [policy, index]));
  const add = (policies: readonly Policy[], workload?: Workload) => {
    for (const together of meeting(mesh, policies)) {
      const key = together.map((policy) => indexes.get(policy)).join(' ');
      const overlap = entry(found, key, () => ({ policies: together, workloads: [] }));
      if (workload !== undefined) { overlap.workloads.push(workload); }
    }
  };

  const settled = new Set<Policy>();
  for (const workload of mesh.workloads) {
    // nothing is enforced without a proxy, and a gateway follows its servers
    if (workload.dataPlane.dataPlane === 'none' || workload.gateway) { continue; }
    const policies = mesh.workloadPolicies(workload.namespace, workload.podLabels);
    if (policies.length < 2) { continue; }
    add(policies, workload);
    policies.forEach((policy) => settled.add(policy));
  }
  const selectors = new Set<string>();
  for (const policy of mesh.policies) {
    if (policy.scope !== 'workload' || settled.has(policy)) { continue; }
    const selector = JSON.stringify([policy.namespace ?? null, labelText(policy.matchLabels)]);
    if (selectors.has(selector)) { continue; }
    selectors.add(selector);
    add(mesh.workloadPolicies(policy.namespace, policy.matchLabels));
  }
  return [...found.values()];
}

/** Sets of two objects or more that one control plane reads; objects of an unknown namespace meet only inside a folder. */
function meeting(mesh: MeshSnapshot, policies: readonly Policy[]): readonly (readonly Policy[])[] {
  if (policies.length < 2) { return []; }
  return byControlPlane(policies)
    .map((readTogether) => distinctObjects(mesh, readTogether))
    .filter((distinct) => distinct.length > 1 && (distinct[0].namespace !== undefined || sameApply(distinct)));
}
