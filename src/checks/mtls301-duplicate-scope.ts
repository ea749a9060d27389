import { Check, Observation } from './check';
import { objectName } from './object-name';
import { winnerText } from './support/age-text';
import { byControlPlane } from './support/control-plane';
import { distinctObjects, haveCopies } from './support/distinct-objects';
import { mayBeFragment } from './support/fragment';
import { listed } from './support/listed';
import { placed } from './support/placed';
import { policyText } from './support/policy-text';
import { possibleMeshModes, resolvedMode } from './support/possible-modes';
import { sameApply } from './support/same-apply';
import { EffectiveMode } from '../istio/model/mode';
import { Policy } from '../istio/model/policy';
import { MeshSnapshot } from '../istio/model/snapshot';

export const duplicateScope: Check = {
  id: 'MTLS301',
  name: 'duplicate-scope',
  why: 'of several policies for one mesh or one namespace Istio uses the oldest and drops the others without a word, and nothing in Git says which is older',
  sources: [
    'sidecar.md C3',
    'sidecar.md C4',
    'ambient-and-traffic.md A6',
    'https://istio.io/latest/docs/concepts/security/#peer-authentication',
    'https://github.com/istio/istio/pull/21327',
  ],
  severity: 'Error if they say different things; warning if they say the same, if that depends on a parent that the input does not show, '
    + 'or if they stand in different folders and may be alternatives.',
  fix: 'keep one policy for the scope, and delete the others',
  peers: ['KIA0002', 'TIS0001'],
  bad: {
    yaml: `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: default
  namespace: production
spec:
  mtls:
    mode: STRICT
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: migration
  namespace: production
  annotations:
    cdk8s-istio-mtls/owner: platform
    cdk8s-istio-mtls/reason: clients without a proxy until the move is done
    cdk8s-istio-mtls/review-by: "2027-03-31"
spec:
  mtls:
    mode: PERMISSIVE
`,
  },
  good: {
    yaml: `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: default
  namespace: production
spec:
  mtls:
    mode: STRICT
`,
  },

  *check({ mesh }) {
    const namespaces = new Set(mesh.policies.filter(({ scope }) => scope === 'namespace').map(({ namespace }) => namespace));
    const scopes = [mesh.meshPolicies, ...[...namespaces].map((namespace) => mesh.namespacePolicies(namespace))];
    for (const scope of scopes) {
      if (scope.length < 2) { continue; }
      for (const policies of byControlPlane(scope.filter((policy) => !mayBeFragment(policy)))) {
        const distinct = distinctObjects(mesh, policies);
        const observation = distinct.length < 2 ? undefined : observe(mesh, distinct);
        if (observation !== undefined) { yield observation; }
      }
    }
  },
};

function observe(mesh: MeshSnapshot, policies: readonly Policy[]): Observation | undefined {
  // Istio's order: the last one is the least likely to count
  const place = placed(policies[policies.length - 1], policies);
  if (place === undefined) { return undefined; }
  const proven = policies[0].namespace !== undefined && sameApply(policies) && !haveCopies(mesh, policies);
  const differ = parentsOf(mesh, policies[0]).every((parent) => new Set(policies.map(({ mode }) => resolvedMode(mode, parent))).size > 1);
  const said = policies.map((policy) => `${objectName(policy)} (${policyText(policy)})`);
  return {
    severity: proven && differ ? 'error' : 'warning',
    ...place,
    path: '',
    message: `${listed(said)} all set the mode of ${scopeText(policies[0])}: Istio uses only the oldest, ${winnerText(policies)}`,
    fix: `keep one of them, e.g. delete ${objectName(place.resource)}`,
  };
}

/** A mesh policy that is not set is PERMISSIVE (sidecar.md C7). */
function parentsOf(mesh: MeshSnapshot, { scope }: Policy): readonly EffectiveMode[] {
  return scope === 'mesh' ? ['PERMISSIVE'] : possibleMeshModes(mesh);
}

function scopeText({ scope, namespace }: Policy): string {
  if (scope === 'mesh') { return 'the whole mesh'; }
  return namespace === undefined ? 'one namespace' : `the whole of namespace ${namespace}`;
}
