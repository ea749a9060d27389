import { metadataAt, policyAt } from './support/objects';
import { meshOf, problemsOf } from './support/snapshot-of';
import { buildSnapshot } from '../../../src/istio/model/build-snapshot';
import { Resource } from '../../../src/istio/model/resource';

function only(object: unknown): Resource {
  return meshOf([object]).policies[0];
}

test('everything that an object says about itself', () => {
  const object = policyAt('prod/x', {}, { labels: { team: 'a' }, annotations: { note: 'b' }, creationTimestamp: '2024-01-01T00:00:01Z' });
  const { meshes } = buildSnapshot([{ object, mesh: 'staging', context: true, origin: { file: 'a.yaml', document: 2 } }]);
  const { labels, annotations, ...rest } = meshes.get('staging')?.policies[0] as Resource;
  expect(rest).toMatchObject({
    mesh: 'staging',
    apiVersion: 'security.istio.io/v1',
    kind: 'PeerAuthentication',
    namespace: 'prod',
    name: 'x',
    createdAt: 1704067201000,
    context: true,
    origin: { file: 'a.yaml', document: 2 },
  });
  expect([[...labels], [...annotations]]).toEqual([[['team', 'a']], [['note', 'b']]]);
  expect(rest.object).toBe(object);
});

test.each([
  ['no namespace', metadataAt('x'), undefined],
  ['an empty namespace', { name: 'x', namespace: '' }, undefined],
  ['a null namespace', { name: 'x', namespace: null }, undefined],
  ['a namespace', metadataAt('prod/x'), 'prod'],
])('%s', (_, metadata, namespace) => {
  const resource = only({ ...policyAt('x', {}), metadata });
  expect([resource.namespace, resource.name, resource.context, resource.origin]).toEqual([namespace, 'x', false, {}]);
});

test.each([
  ['a text', '2024-01-01T00:00:00Z', 1704067200000],
  ['a Date, as YAML readers give it', new Date(1704067200000), 1704067200000],
  ['null, as Kubernetes writes it', null, undefined],
  ['absent', undefined, undefined],
])('creationTimestamp: %s', (_, creationTimestamp, createdAt) => {
  const object = policyAt('prod/x', {}, { creationTimestamp });
  expect(only(object).createdAt).toBe(createdAt);
  expect(problemsOf([object])).toEqual([]);
});

test.each([
  ['no metadata', undefined, '', ['metadata.name: the object has no name; write metadata.name']],
  ['metadata as a text', 'x', '', ['metadata: expected an object, got "x"', 'metadata.name: the object has no name; write metadata.name']],
  ['an empty name', { name: '' }, '', ['metadata.name: the object has no name; write metadata.name']],
  ['a number as name', { name: 7 }, '7', ['metadata.name: expected a text, got 7; quote it']],
  ['an object as namespace', { name: 'x', namespace: {} }, 'x', ['metadata.namespace: expected a text, got an empty object; quote it']],
  ['generateName', { generateName: 'x-' }, 'x-', []],
  ['a bad time', { name: 'x', creationTimestamp: 'soon' }, 'x', ['metadata.creationTimestamp: expected a time such as "2026-11-21T08:00:00Z", got "soon"']],
  ['labels as a list', { name: 'x', labels: [] }, 'x', ['metadata.labels: expected an object, got an empty list']],
  ['a label with dots in its key', { name: 'x', labels: { 'a.b/c': {} } }, 'x', ['metadata.labels["a.b/c"]: expected a text, got an empty object; quote it']],
])('problem: %s', (_, metadata, name, problems) => {
  const object = { ...policyAt('x', {}), metadata };
  expect(only(object).name).toBe(name);
  expect(problemsOf([object])).toEqual(problems);
});

test.each([
  [metadataAt('prod/x', { labels: 5 }), 'PeerAuthentication prod/x'],
  [metadataAt('x', { labels: 5 }), 'PeerAuthentication x'],
  [{ labels: 5, name: {} }, 'PeerAuthentication'],
])('a problem names its object, as far as it is known', (metadata, title) => {
  const { problems } = buildSnapshot([{ object: { ...policyAt('x', {}), metadata }, mesh: 'm', origin: { file: 'f' } }]);
  expect(problems[0]).toMatchObject({ mesh: 'm', origin: { file: 'f' }, object: title });
});
