import { Check } from './check';
import { mayBeFragment } from './support/fragment';
import { fieldsOf, isAbsent } from '../istio/admission/fields';
import { Policy } from '../istio/model/policy';
import { MeshSnapshot } from '../istio/model/snapshot';

export const meshUnsetIsPermissive: Check = {
  id: 'MTLS505',
  name: 'mesh-unset-is-permissive',
  why: 'nothing stands above the mesh policy that it could inherit from, so without a mode it means PERMISSIVE: every workload that no other policy covers takes plaintext',
  sources: ['sidecar.md C7', 'ambient-and-traffic.md A7', 'https://istio.io/latest/docs/concepts/security/#peer-authentication'],
  severity: 'Always a warning; silent if another mesh policy sets a mode.',
  fix: 'write the mode: STRICT, or PERMISSIVE if plaintext is meant to get in',
  peers: [],
  bad: {
    yaml: `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: default
  namespace: istio-system
spec:
  mtls: {}
`,
    profile: { rootNamespace: 'istio-system' },
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
    profile: { rootNamespace: 'istio-system' },
  },

  *check({ mesh }) {
    for (const policy of mesh.meshPolicies) {
      if (!saysNoMode(policy) || mayBeFragment(policy) || othersDecide(mesh, policy)) { continue; }
      yield {
        severity: 'warning',
        resource: policy,
        path: 'spec.mtls.mode',
        message: 'a mesh policy without a mode means PERMISSIVE: every workload that no other policy covers takes plaintext',
        fix: 'write mtls.mode: STRICT, or PERMISSIVE if plaintext is meant to get in',
      };
    }
  },
};

/** A word that is no mode is read as none, too; but it is refused: that is MTLS101. */
function saysNoMode({ mode, object }: Policy): boolean {
  const mtls = fieldsOf(object.spec)?.mtls;
  const word = fieldsOf(mtls)?.mode;
  return mode === 'UNSET' && (isAbsent(mtls) || fieldsOf(mtls) !== undefined) && (isAbsent(word) || word === 'UNSET');
}

/** Which of several mesh policies counts is another question: MTLS301. */
function othersDecide(mesh: MeshSnapshot, policy: Policy): boolean {
  const copies = mesh.copiesOf(policy);
  return mesh.meshPolicies.some((other) => other.mode !== 'UNSET' && !copies.includes(other));
}
