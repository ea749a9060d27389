import { checkTable, ExpectedFinding } from './support/check-table';
import { contextsOfManifests } from './support/contexts-of-manifests';
import { policy } from './support/traffic-manifests';
import { meshUnsetIsPermissive } from '../../src/checks/mtls505-mesh-unset-is-permissive';

const mesh = (spec: string, name = 'default', namespace = 'istio-system') => `---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: ${name}, namespace: ${namespace} }
${spec}
`;

const found: ExpectedFinding = {
  severity: 'warning',
  object: 'PeerAuthentication istio-system/default',
  path: 'spec.mtls.mode',
  message: 'a mesh policy without a mode means PERMISSIVE',
  fix: 'write mtls.mode: STRICT',
  related: [],
};

checkTable(meshUnsetIsPermissive, {
  valid: [
    { name: 'STRICT', yaml: policy('istio-system/default', 'STRICT') },
    { name: 'an explicit PERMISSIVE, the baseline of a migration', yaml: policy('istio-system/default', 'PERMISSIVE') },
    { name: 'DISABLE', yaml: policy('istio-system/default', 'DISABLE') },
    { name: 'a mode that is misspelt is refused, which is MTLS101', yaml: mesh('spec: { mtls: { mode: strict } }') },
    { name: 'what is no block is refused as well', yaml: mesh('spec: { mtls: STRICT }') },
    { name: 'labels in the root namespace, which Istio ignores', yaml: policy('istio-system/web', 'UNSET', { labels: 'app: web' }) },
    { name: 'another mesh policy sets the mode, which is MTLS301', yaml: policy('istio-system/default', 'STRICT') + policy('istio-system/second', 'UNSET') },
    { name: 'no policy at all', yaml: '' },
  ],
  invalid: [
    { name: 'UNSET', yaml: policy('istio-system/default', 'UNSET'), findings: [found] },
    { name: 'an empty block', yaml: mesh('spec: { mtls: {} }'), findings: [found] },
    { name: 'null', yaml: mesh('spec: { mtls: { mode: null } }'), findings: [found] },
    { name: 'no block', yaml: mesh('spec: {}'), findings: [found] },
    { name: 'no spec', yaml: mesh(''), findings: [found] },
    { name: 'an empty selector is none', yaml: mesh('spec: { selector: {} }'), findings: [found] },
    {
      name: 'in the root namespace that the profile names',
      yaml: policy('mesh-root/default', 'UNSET') + policy('istio-system/default', 'UNSET'),
      profile: { rootNamespace: 'mesh-root' },
      findings: [{ ...found, object: 'PeerAuthentication mesh-root/default' }],
    },
    {
      name: 'two that both say nothing',
      yaml: policy('istio-system/a', 'UNSET') + policy('istio-system/b', 'UNSET'),
      findings: [{ ...found, object: 'PeerAuthentication istio-system/a' }, { ...found, object: 'PeerAuthentication istio-system/b' }],
    },
  ],
  partial: [{ name: 'a policy that Kustomize puts somewhere', yaml: policy('default', 'UNSET') }],
  twoMeshes: [{ name: 'STRICT in both', meshes: [policy('istio-system/default', 'STRICT'), policy('istio-system/default', 'STRICT')] }],
  falsePositives: [
    { name: 'a namespace policy that inherits a STRICT mesh', yaml: policy('istio-system/default', 'STRICT') + policy('production/default', 'UNSET') },
  ],
});

test('one copy says nothing, in the folder of another overlay: it speaks for itself', () => {
  const object = (mode: string) => ({ apiVersion: 'security.istio.io/v1', kind: 'PeerAuthentication', metadata: { name: 'default', namespace: 'istio-system' }, spec: { mtls: { mode } } });
  const contexts = contextsOfManifests([
    { object: object('STRICT'), origin: { file: 'prod/mesh.yaml' } },
    { object: object('UNSET'), origin: { file: 'dev/mesh.yaml' } },
  ]);
  expect(contexts.flatMap((context) => [...meshUnsetIsPermissive.check(context)]).map(({ resource }) => resource.origin.file)).toEqual(['dev/mesh.yaml']);
});

test('a patch that deletes the policy says nothing about its mode', () => {
  const object = { apiVersion: 'security.istio.io/v1', kind: 'PeerAuthentication', metadata: { name: 'default', namespace: 'istio-system' }, $patch: 'delete' };
  const contexts = contextsOfManifests([{ object, origin: { file: 'prod/delete.yaml' } }]);
  expect(contexts.flatMap((context) => [...meshUnsetIsPermissive.check(context)])).toEqual([]);
});
