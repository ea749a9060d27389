import { deploymentAt, namespaceNamed, policyAt, ruleAt, serviceAt } from './support/objects';
import { meshOf, snapshotOf, written } from './support/snapshot-of';
import { buildSnapshot } from '../../../src/istio/model/build-snapshot';

test('no manifests: no meshes, unless profiles name some', () => {
  expect([...buildSnapshot([]).meshes.keys()]).toEqual([]);
  expect([...buildSnapshot([], [{ mesh: 'b' }, { mesh: 'a' }, {}]).meshes.keys()]).toEqual(['a', 'b', 'default']);
});

test('a mesh without a profile has the defaults of Istio', () => {
  expect(buildSnapshot([{ object: policyAt('prod/a', {}), mesh: 'x' }]).meshes.get('x')?.profile).toEqual({
    mesh: 'x',
    rootNamespace: 'istio-system',
    rootNamespaceDeclared: false,
    clusterDomain: 'cluster.local',
    trustDomain: 'cluster.local',
    autoMtls: true,
    dataPlane: 'unknown',
    istioVersion: undefined,
    meshMode: undefined,
    complete: false,
    defaultRuleExportTo: ['*'],
  });
});

test('meshes never see each other', () => {
  const manifests = ['a', 'b', undefined].map(mesh => ({ object: policyAt('prod/p', {}), mesh }));
  const { meshes } = buildSnapshot(manifests, [{ mesh: 'a', rootNamespace: 'prod' }]);
  expect([...meshes].map(([name, { policies, profile }]) => [name, profile.mesh, policies.map(({ mesh, scope }) => [mesh, scope])])).toEqual([
    ['a', 'a', [['a', 'mesh']]], ['b', 'b', [['b', 'namespace']]], ['default', 'default', [['default', 'namespace']]],
  ]);
});

test('profiles of one mesh are merged; the first that says something counts', () => {
  const { meshes, problems } = buildSnapshot([], [
    { mesh: 'a', rootNamespace: 'one', complete: undefined },
    { mesh: 'a', rootNamespace: 'two', complete: true, autoMtls: undefined },
    { mesh: 'a', rootNamespace: 'one', istioVersion: { major: 1, minor: 30 } },
    { mesh: 'a', istioVersion: { major: 1, minor: 30 } },
  ]);
  expect(meshes.get('a')?.profile).toMatchObject({
    rootNamespace: 'one', rootNamespaceDeclared: true, complete: true, autoMtls: true, istioVersion: { major: 1, minor: 30 },
  });
  expect(problems).toEqual([
    { mesh: 'a', origin: {}, path: 'rootNamespace', message: 'two profiles of mesh a say "one" and "two"; remove one', object: 'profile' },
  ]);
});

test('lists stand in an order of their own: namespace, name, kind, version', () => {
  const objects = [
    deploymentAt('b/x', {}), { ...deploymentAt('b/x', {}), kind: 'DaemonSet' }, { ...deploymentAt('b/x', {}), apiVersion: 'extensions/v1beta1' },
    deploymentAt('a/z', {}), deploymentAt('a/y', {}), deploymentAt('z', {}),
  ];
  const expected = [
    [undefined, 'z', 'Deployment', 'apps/v1'], ['a', 'y', 'Deployment', 'apps/v1'], ['a', 'z', 'Deployment', 'apps/v1'], ['b', 'x', 'DaemonSet', 'apps/v1'],
    ['b', 'x', 'Deployment', 'apps/v1'], ['b', 'x', 'Deployment', 'extensions/v1beta1'],
  ];
  for (const input of [objects, [...objects].reverse()]) {
    expect(meshOf(input).workloads.map(({ namespace, name, kind, apiVersion }) => [namespace, name, kind, apiVersion])).toEqual(expected);
  }
});

test.each([
  ['construct', [{ construct: 'a' }, { construct: 'b' }]],
  ['file', [{ file: 'a' }, { file: 'b' }]],
  ['document', [{ file: 'a' }, { file: 'a', document: 0 }, { file: 'a', document: 2 }, { file: 'a', document: 10 }]],
  ['item', [{ document: 1 }, { document: 1, item: 0 }, { document: 1, item: 3 }]],
  ['nested item', [{ item: 1, nestedItems: [1] }, { item: 1, nestedItems: [2] }]],
])('twins stand in the order of their places: %s', (_, origins) => {
  const manifests = origins.map(origin => ({ object: policyAt('prod/a', {}), origin }));
  for (const input of [manifests, [...manifests].reverse()]) {
    expect(buildSnapshot(input).meshes.get('default')?.policies.map(policy => policy.origin)).toEqual(origins);
  }
});

test('twins of one place stand in the order of their content', () => {
  const strict = policyAt('prod/a', { mtls: { mode: 'STRICT' } });
  const disable = policyAt('prod/a', { mtls: { mode: 'DISABLE' } });
  for (const input of [[strict, disable], [disable, strict]]) expect(meshOf(input).policies.map(policy => policy.mode)).toEqual(['DISABLE', 'STRICT']);
});

test('twins that contain themselves do no harm', () => {
  const cyclic = { ...policyAt('prod/a', {}) } as Record<string, unknown>;
  cyclic.self = cyclic;
  expect(meshOf([cyclic, { ...cyclic }]).policies).toHaveLength(2);
});

test('problems stand in an order of their own', () => {
  const objects = [policyAt('prod/b', { mtls: 5, selector: 6 }), policyAt('prod/a', { mtls: 7 }), ruleAt('prod/a', 8)];
  const expected = [
    'spec: expected an object, got 8', 'spec.mtls: expected an object, got 7', 'spec.mtls: expected an object, got 5', 'spec.selector: expected an object, got 6',
  ];
  for (const input of [objects, [...objects].reverse()]) expect(snapshotOf(input).problems.map(written)).toEqual(expected);
});

test('an object with a property that throws is a problem; the others are read', () => {
  const throwing = { ...policyAt('prod/a', {}), get spec(): never { throw new Error('not yet'); } };
  const throwingPods = { ...deploymentAt('prod/a', {}), get spec(): never { throw 'no reason'; } };
  const snapshot = snapshotOf([throwing, throwingPods, policyAt('prod/b', {})]);
  expect(snapshot.meshes.get('default')?.policies.map(policy => policy.name)).toEqual(['b']);
  expect(snapshot.problems.map(problem => [problem.object, problem.message])).toEqual([
    ['Deployment', 'the object cannot be read: no reason'], ['PeerAuthentication', 'the object cannot be read: not yet'],
  ]);
});

test('nothing of a snapshot can be changed', () => {
  const snapshot = snapshotOf([
    policyAt('prod/a', { selector: { matchLabels: { app: 'a' } }, portLevelMtls: { 80: {} } }),
    ruleAt('prod/r', { host: 'a', exportTo: ['.'], subsets: [{ name: 'v1' }], trafficPolicy: { tls: { subjectAltNames: ['a'] }, portLevelSettings: [{}] } }),
    serviceAt('prod/s', { ports: [{ port: 80 }] }),
    deploymentAt('prod/d', { app: 'a' }, { containers: [{ ports: [{ containerPort: 80 }] }] }),
    namespaceNamed('prod'),
  ]);
  const mesh = snapshot.meshes.get('default');
  const answers = Object.freeze([mesh?.endpointsOf(mesh.services[0]), mesh?.namespacePolicies('prod'), mesh?.rulesIn('prod')]);
  const reachable = everythingIn(Object.freeze([snapshot, answers]), new Set());
  expect(reachable.size).toBeGreaterThan(30);
  for (const value of reachable) expect(value instanceof Map ? refusesChange(value) : Object.isFrozen(value)).toBe(true);
});

/** Without `object` and `podSpec`, which are the user's. */
function everythingIn(value: unknown, found: Set<object>): Set<object> {
  if (typeof value !== 'object' || value === null || found.has(value)) return found;
  found.add(value);
  if (value instanceof Map) [...value].forEach(pair => pair.forEach(part => everythingIn(part, found)));
  else Object.entries(value).forEach(([key, part]) => key === 'object' || key === 'podSpec' ? found : everythingIn(part, found));
  return found;
}

function refusesChange(map: Map<unknown, unknown>): boolean {
  expect(() => map.set('a', 'b')).toThrow('the snapshot cannot be changed; build a new one with buildSnapshot');
  expect(() => map.delete('a')).toThrow(TypeError);
  expect(() => map.clear()).toThrow(TypeError);
  return true;
}
