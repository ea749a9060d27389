import { policyAt } from './support/objects';
import { written } from './support/snapshot-of';
import { buildSnapshot } from '../../../src/istio/model/build-snapshot';
import { Manifest, Origin } from '../../../src/istio/model/manifest';
import { Policy } from '../../../src/istio/model/policy';

const A = policyAt('prod/a', {});
const B = policyAt('prod/b', {});

function list(...items: unknown[]) {
  return { apiVersion: 'v1', kind: 'List', items };
}

function policiesOf(manifest: Manifest): readonly Policy[] {
  return [...buildSnapshot([manifest]).meshes.values()].flatMap(mesh => mesh.policies);
}

function placesOf(manifest: Manifest): readonly (readonly [string, Origin])[] {
  return policiesOf(manifest).map(({ name, origin }) => [name, origin]);
}

test('items of a List know where they stand', () => {
  const origin = { file: 'dump.yaml', document: 1 };
  expect(placesOf({ object: list(A, null, B), origin })).toEqual([['a', { ...origin, item: 0 }], ['b', { ...origin, item: 2 }]]);
});

test('Lists in Lists', () => {
  expect(placesOf({ object: list(list(A), list(list({ kind: 'Secret' }, B))) })).toEqual([
    ['a', { item: 0, nestedItems: [0] }], ['b', { item: 1, nestedItems: [0, 1] }],
  ]);
});

test('a typed list gives its items what the API server leaves out', () => {
  const items = [{ metadata: { name: 'a', namespace: 'prod' } }, { ...B, apiVersion: 'security.istio.io/v1beta1' }];
  const policies = policiesOf({ object: { apiVersion: 'security.istio.io/v1', kind: 'PeerAuthenticationList', items } });
  expect(policies.map(({ name, kind, apiVersion }) => [name, kind, apiVersion])).toEqual([
    ['a', 'PeerAuthentication', 'security.istio.io/v1'], ['b', 'PeerAuthentication', 'security.istio.io/v1beta1'],
  ]);
});

test('items share mesh and context with their List', () => {
  const { meshes } = buildSnapshot([{ object: list(A), mesh: 'staging', context: true }]);
  expect(meshes.get('staging')?.policies.map(policy => [policy.mesh, policy.context])).toEqual([['staging', true]]);
});

test.each([
  ['a kind that only ends in List', { apiVersion: 'example.com/v1', kind: 'AllowList', spec: {} }],
  ['an empty document', null],
  ['no document', undefined],
  ['an object without kind', { apiVersion: 'v1' }],
  ['a kind that is no text', { apiVersion: 'v1', kind: 5 }],
  ['an item without kind', list({ metadata: {} })],
  ['a List without items', { apiVersion: 'v1', kind: 'List' }],
  ['a List with null items', { apiVersion: 'v1', kind: 'List', items: null }],
])('%s is passed over', (_, object) => {
  const { meshes, problems } = buildSnapshot([{ object }]);
  expect([[...meshes.values()].flatMap(mesh => mesh.policies), problems]).toEqual([[], []]);
});

test.each([
  ['a text', 'hello', ': expected a Kubernetes object, got "hello"'],
  ['a number', 5, ': expected a Kubernetes object, got 5'],
  ['a list', [A], ': expected a Kubernetes object, got a list'],
  ['items as an object', { kind: 'List', items: { a: A } }, 'items: expected a list, got an object'],
  ['an item as a text', list(A, 'x'), 'items[1]: expected a Kubernetes object, got "x"'],
])('problem: %s', (_, object, problem) => {
  expect(buildSnapshot([{ object }]).problems.map(written)).toEqual([problem]);
});

test('a List that contains itself is read once', () => {
  const items: unknown[] = [A];
  const cyclic = list();
  cyclic.items = items;
  items.push(cyclic);
  const { meshes, problems } = buildSnapshot([{ object: cyclic }]);
  expect([...meshes.values()].flatMap(mesh => mesh.policies.map(policy => policy.name))).toEqual(['a']);
  expect(problems.map(written)).toEqual(['items: the same List stands here a second time; remove the alias']);
});

test('aliases of one List do not multiply', () => {
  let bomb = list(A);
  for (let level = 0; level < 40; level++) bomb = list(bomb, bomb);
  const { meshes, problems } = buildSnapshot([{ object: bomb }]);
  expect([...meshes.values()].flatMap(mesh => mesh.policies).length).toBe(1);
  expect(problems).toHaveLength(40);
});

test.each([[100, []], [101, ['items: Lists are nested deeper than 100; flatten them']], [100_000, ['items: Lists are nested deeper than 100; flatten them']]])(
  '%i Lists in each other', (depth, problems) => {
    let nested = list(A);
    for (let level = 1; level < depth; level++) nested = list(nested);
    const snapshot = buildSnapshot([{ object: nested }]);
    expect(snapshot.problems.map(written)).toEqual(problems);
    expect([...snapshot.meshes.values()].flatMap(mesh => mesh.policies)).toHaveLength(problems.length === 0 ? 1 : 0);
  });
