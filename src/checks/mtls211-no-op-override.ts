import { Check, Observation } from './check';
import { objectName } from './object-name';
import { labelText } from './support/label-text';
import { possibleMeshModes, possibleNamespaceModes } from './support/possible-modes';
import { isolatedPolicies } from './support/selector-isolation';
import { entry } from '../istio/model/index/group';
import { EffectiveMode, Mode } from '../istio/model/mode';
import { once } from '../istio/model/once';
import { Policy } from '../istio/model/policy';
import { MeshSnapshot } from '../istio/model/snapshot';

/** A control plane of another revision may read this policy without its parent. */
const REVISION = 'istio.io/rev';

export const noOpOverride: Check = {
  id: 'MTLS211',
  name: 'no-op-override',
  why: 'a policy that says what would be inherited anyway changes nothing today, and quietly becomes an exception when its parent changes',
  sources: ['sidecar.md C7', 'sidecar.md C9'],
  severity: 'Info, if the policy above is known and no other policy of the scope could take its place.',
  fix: 'remove what is inherited anyway, or acknowledge it as meant to outlive a change of the parent',
  peers: [],
  bad: {
    yaml: `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: default
  namespace: istio-system
spec:
  mtls:
    mode: STRICT
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: default
  namespace: production
spec:
  mtls:
    mode: STRICT
`,
  },
  good: {
    yaml: `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: default
  namespace: istio-system
spec:
  mtls:
    mode: STRICT
`,
  },

  *check({ mesh }) {
    const isIsolated = once(() => isolatedPolicies(mesh.policies));
    const inherited = new Map<string, EffectiveMode | undefined>();
    const inheritedIn = (namespace: string) => entry(inherited, namespace, () => onlyOf(possibleNamespaceModes(mesh, namespace)));
    const withPorts = once(() => new Set(mesh.policies.filter(({ scope, ports }) => scope === 'workload' && ports.size > 0).map(({ namespace }) => namespace)));
    for (const policy of mesh.policies) {
      if (policy.namespace === undefined || policy.labels.has(REVISION)) continue;
      if (policy.scope === 'namespace') {
        // ambient treats ports differently with and without a policy for the namespace (ambient-and-traffic.md A13, A14)
        if (mesh.namespacePolicies(policy.namespace).length === 1 && !withPorts().has(policy.namespace)) yield* ofNamespace(mesh, policy);
      } else if (policy.scope === 'workload') {
        const said = [...ofWorkload(mesh, policy, inheritedIn(policy.namespace))];
        if (said.length > 0 && isIsolated()(policy)) yield* said;
      }
    }
  },
};

function* ofNamespace(mesh: MeshSnapshot, policy: Policy): Iterable<Observation> {
  const parent = onlyOf(possibleMeshModes(mesh));
  if (policy.mode === 'UNSET' || policy.mode === parent) yield whole(policy, policy.mode, `namespace ${policy.namespace}`, mesh.meshPolicies);
}

function* ofWorkload(mesh: MeshSnapshot, policy: Policy, parent: EffectiveMode | undefined): Iterable<Observation> {
  const { mode, ports } = policy;
  const own = mode === 'UNSET' ? parent : mode;
  const repeated = [...ports].filter(([, portMode]) => portMode === 'UNSET' || portMode === own);
  const isInherited = mode === 'UNSET' || mode === parent;
  if (isInherited && repeated.length === ports.size) {
    const above = mesh.namespacePolicies(policy.namespace).filter((one) => one.mode !== 'UNSET');
    const said = ports.size === 0 ? mode : parent ?? mode;
    yield whole(policy, said, `pods with ${labelText(policy.matchLabels)}`, above.length > 0 ? above : mesh.meshPolicies);
    return;
  }
  for (const [port, portMode] of repeated) {
    yield {
      severity: 'info',
      resource: policy,
      path: `spec.portLevelMtls.${port}`,
      message: `the entry for port ${port} says ${portMode}, which is what the port gets without it${own === undefined ? '' : ` (${own})`}`,
      fix: `remove ${port} from spec.portLevelMtls`,
    };
  }
}

function whole(policy: Policy, mode: Mode, where: string, parents: readonly Policy[]): Observation {
  const source = parents.length === 1 ? ` from ${objectName(parents[0])}` : '';
  const message = mode === 'UNSET'
    ? `the policy sets no mode: ${where} would inherit the same without it`
    : `${where} would inherit ${mode}${source} without this policy, which changes nothing`;
  return {
    severity: 'info',
    resource: policy,
    path: 'spec',
    message,
    fix: 'remove the policy, or acknowledge it as meant to outlive a change of what is inherited',
    related: mode === 'UNSET' ? [] : parents,
  };
}

function onlyOf(modes: readonly EffectiveMode[]): EffectiveMode | undefined {
  return modes.length === 1 ? modes[0] : undefined;
}
