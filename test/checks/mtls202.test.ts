import { checkTable } from './support/check-table';
import { meshPolicyElsewhere } from '../../src/checks/mtls202-mesh-policy-elsewhere';

const policy = (namespace: string, spec = 'mtls: { mode: STRICT }', name = 'default') => `---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: ${name}, namespace: ${namespace} }
spec: { ${spec} }
`;
const profile = { rootNamespace: 'mesh-config' };
const object = 'PeerAuthentication istio-system/default';

checkTable(meshPolicyElsewhere, {
  valid: [
    { name: 'istio-system is the root', profile: { rootNamespace: 'istio-system' }, yaml: policy('istio-system') },
    { name: 'other namespaces', profile, yaml: policy('production') },
    { name: 'a policy for one workload', profile, yaml: policy('istio-system', 'selector: { matchLabels: { app: istiod } }') },
    { name: 'others own the mesh policy', profile: { ...profile, meshMode: 'STRICT' }, yaml: policy('istio-system') },
  ],
  invalid: [
    {
      name: 'the place of the manuals',
      profile,
      yaml: policy('istio-system'),
      findings: [{
        severity: 'warning',
        object,
        path: 'metadata.namespace',
        message: 'this policy applies to the workloads of istio-system only: the root namespace of the mesh is mesh-config, and no mesh policy is there',
        fix: 'write metadata.namespace: mesh-config if the whole mesh is meant',
        related: [],
      }],
    },
    { name: 'whatever its mode', profile, yaml: policy('istio-system', ''), findings: [{ severity: 'warning', object, path: 'metadata.namespace' }] },
    {
      name: 'a policy of the root namespace that is ignored does not count',
      profile,
      yaml: policy('istio-system') + policy('mesh-config', 'selector: { matchLabels: { app: web } }'),
      findings: [{ severity: 'warning', object, path: 'metadata.namespace' }],
    },
    {
      name: 'an empty selector is none',
      profile: { ...profile, complete: true },
      yaml: policy('istio-system', 'selector: {}'),
      findings: [{ severity: 'warning', object, path: 'metadata.namespace' }],
    },
  ],
  partial: [{ name: 'nobody said which namespace is the root', yaml: policy('istio-system') }],
  twoMeshes: [{ name: 'a root for each', meshes: [policy('mesh-config'), policy('mesh-config')], profile }],
  falsePositives: [{ name: 'istiod has a policy of its own beside the mesh policy', profile, yaml: policy('mesh-config') + policy('istio-system') }],
});
