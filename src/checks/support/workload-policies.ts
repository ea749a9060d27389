import { entry, groupBy } from '../../istio/model/index/group';
import { EffectiveMode } from '../../istio/model/mode';
import { Policy } from '../../istio/model/policy';
import { MeshSnapshot } from '../../istio/model/snapshot';

/** The workload policies of one namespace. */
export interface WorkloadPolicies {
  readonly all: readonly Policy[];
  /** By the values of their labels, which are often the names of their Services. */
  readonly byLabelValue: ReadonlyMap<string, readonly Policy[]>;
  readonly haveSettingsForPorts: boolean;
  /** Modes that all of them say, for all of their ports; each, if there is no policy. */
  saysOnly(mode: EffectiveMode): boolean;
}

const POLICIES = new WeakMap<MeshSnapshot, ReadonlyMap<string | undefined, WorkloadPolicies>>();
const NONE = describe([]);

export function workloadPoliciesOf(mesh: MeshSnapshot, namespace: string): WorkloadPolicies {
  let namespaces = POLICIES.get(mesh);
  if (namespaces === undefined) {
    const groups = groupBy(mesh.policies.filter(({ scope }) => scope === 'workload'), (policy) => policy.namespace);
    POLICIES.set(mesh, namespaces = new Map([...groups].map(([name, policies]) => [name, describe(policies)])));
  }
  return namespaces.get(namespace) ?? NONE;
}

function describe(all: readonly Policy[]): WorkloadPolicies {
  const byLabelValue = new Map<string, Policy[]>();
  for (const policy of all) {
    for (const value of policy.matchLabels.values()) { entry(byLabelValue, value, () => []).push(policy); }
  }
  const said = new Set(all.flatMap(({ mode, ports }) => [mode, ...ports.values()]));
  return {
    all,
    byLabelValue,
    haveSettingsForPorts: all.some(({ ports }) => ports.size > 0),
    saysOnly: (mode) => [...said].every((one) => one === mode),
  };
}
