import { Check } from './check';

/** Where the manuals put the mesh policy, because it is the default root namespace. */
const USUAL_ROOT = 'istio-system';

export const meshPolicyElsewhere: Check = {
  id: 'MTLS202',
  name: 'mesh-policy-elsewhere',
  why: 'the mesh policy must stand in the root namespace; in istio-system of a mesh whose root is another it is an ordinary namespace policy, and the mesh stays PERMISSIVE',
  sources: ['sidecar.md C1', 'https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/', 'https://github.com/kiali/kiali/issues/4450'],
  severity: 'Warning, while the declared root namespace is not istio-system and no mesh policy is known.',
  fix: 'move the policy to the root namespace, or say the mode of the mesh there as well',
  peers: [],
  bad: {
    profile: { rootNamespace: 'mesh-config' },
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
  good: {
    profile: { rootNamespace: 'mesh-config' },
    yaml: `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: default
  namespace: mesh-config
spec:
  mtls:
    mode: STRICT
`,
  },

  *check({ mesh }) {
    const { rootNamespace, meshMode } = mesh.profile;
    // a mesh policy in its place says that this one is meant for istio-system itself
    if (rootNamespace === USUAL_ROOT || mesh.meshPolicies.length > 0 || meshMode !== undefined) return;
    for (const policy of mesh.namespacePolicies(USUAL_ROOT)) {
      yield {
        severity: 'warning',
        resource: policy,
        path: 'metadata.namespace',
        message: `this policy applies to the workloads of ${USUAL_ROOT} only: the root namespace of the mesh is ${rootNamespace}, and no mesh policy is there`,
        fix: `write metadata.namespace: ${rootNamespace} if the whole mesh is meant`,
      };
    }
  },
};
