import { deploymentAt, namespaceNamed, policyAt, serviceAt } from './support/objects';
import { meshOf } from './support/snapshot-of';
import { buildSnapshot } from '../../../src/istio/model/build-snapshot';

const at = (apiVersion: string, object: object) => ({ ...object, apiVersion });

function groups(...objects: unknown[]): readonly string[] {
  return meshOf(objects).duplicates.map(group => `${group[0].kind} ${group[0].namespace ?? ''}/${group[0].name} x${group.length}`);
}

test.each([
  ['two policies', [policyAt('prod/a', {}), policyAt('prod/a', {})], ['PeerAuthentication prod/a x2']],
  ['three Services', [serviceAt('prod/a', {}), serviceAt('prod/a', {}), serviceAt('prod/a', {})], ['Service prod/a x3']],
  ['two versions of one group', [policyAt('prod/a', {}), at('security.istio.io/v1beta1', policyAt('prod/a', {}))], ['PeerAuthentication prod/a x2']],
  ['Namespaces', [namespaceNamed('prod'), namespaceNamed('prod')], ['Namespace /prod x2']],
  ['another namespace', [policyAt('prod/a', {}), policyAt('shop/a', {})], []],
  ['another name', [policyAt('prod/a', {}), policyAt('prod/b', {})], []],
  ['two core objects', [serviceAt('prod/a', {}), at('v1', serviceAt('prod/a', {}))], ['Service prod/a x2']],
  ['another kind', [policyAt('prod/a', {}), serviceAt('prod/a', {})], []],
  ['another kind of workload', [deploymentAt('prod/a', {}), { ...deploymentAt('prod/a', {}), kind: 'StatefulSet' }], []],
  ['another API group', [deploymentAt('prod/a', {}), at('extensions/v1beta1', deploymentAt('prod/a', {}))], []],
  ['mixed kinds of one name', [deploymentAt('prod/a', {}), { ...deploymentAt('prod/a', {}), kind: 'StatefulSet' }, deploymentAt('prod/a', {})], ['Deployment prod/a x2']],
  ['the unknown namespace', [policyAt('a', {}), policyAt('a', {})], []],
  ['no name', [policyAt('prod/', {}), policyAt('prod/', {})], []],
  ['generated names', [1, 2].map(() => ({ ...policyAt('prod/x', {}), metadata: { namespace: 'prod', generateName: 'x-' } })), []],
])('%s', (_, objects, expected) => {
  expect(groups(...objects)).toEqual(expected);
});

test('other meshes have their own', () => {
  const { meshes } = buildSnapshot(['a', 'b'].map(mesh => ({ object: policyAt('prod/a', {}), mesh })));
  expect([...meshes.values()].map(mesh => mesh.duplicates)).toEqual([[], []]);
});

test('copies of an object, itself included', () => {
  const mesh = meshOf([policyAt('prod/a', { mtls: { mode: 'STRICT' } }), policyAt('prod/a', { mtls: { mode: 'DISABLE' } }), policyAt('prod/b', {})]);
  const [disable, strict, other] = mesh.policies;
  expect([mesh.copiesOf(disable), mesh.copiesOf(strict), mesh.copiesOf(other)]).toEqual([[disable, strict], [disable, strict], [other]]);
});
