import { deploymentAt, objectAt, policyAt, ruleAt, serviceAt } from './support/objects';
import { labels, meshOf } from './support/snapshot-of';

const selecting = (matchLabels: Record<string, string>) => ({ selector: { matchLabels } });
const aged = (seconds: number) => ({ creationTimestamp: new Date(seconds * 1000).toISOString() });
const names = (resources: readonly { readonly name: string }[]) => resources.map(resource => resource.name);

test('mesh and namespace policies in Istio\'s order: age, then name; no timestamp counts as the zero time', () => {
  const mesh = meshOf([
    policyAt('istio-system/z', {}, aged(5)), policyAt('istio-system/b', {}, aged(9)), policyAt('istio-system/a', {}, aged(9)), policyAt('istio-system/y', {}),
    policyAt('prod/n', {}, aged(2)), policyAt('prod/m', {}, aged(1)), policyAt('shop/o', {}), policyAt('o', {}),
  ]);
  expect(names(mesh.meshPolicies)).toEqual(['y', 'z', 'a', 'b']);
  expect(names(mesh.namespacePolicies('prod'))).toEqual(['m', 'n']);
  expect(names(mesh.namespacePolicies('shop'))).toEqual(['o']);
  expect(names(mesh.namespacePolicies(undefined))).toEqual(['o']);
  expect([mesh.namespacePolicies('istio-system'), mesh.namespacePolicies('dev')]).toEqual([[], []]);
});

test('workload policies that select labels, from several buckets, in Istio\'s order', () => {
  const mesh = meshOf([
    policyAt('prod/app', selecting({ app: 'a' }), aged(3)),
    policyAt('prod/tier', selecting({ tier: 'b' }), aged(1)),
    policyAt('prod/both', selecting({ tier: 'b', app: 'a' }), aged(2)),
    policyAt('prod/other-value', selecting({ app: 'c' })),
    policyAt('prod/more', selecting({ app: 'a', zone: 'x' })),
    policyAt('prod/namespace-wide', {}),
    policyAt('shop/app', selecting({ app: 'a' })),
    policyAt('istio-system/app', selecting({ app: 'a' })),
  ]);
  expect(names(mesh.workloadPolicies('prod', labels({ app: 'a', tier: 'b', extra: 'e' })))).toEqual(['tier', 'both', 'app']);
  expect(names(mesh.workloadPolicies('prod', labels({ app: 'a' })))).toEqual(['app']);
  expect(names(mesh.workloadPolicies('prod', labels({ app: 'c', tier: 'b' })))).toEqual(['other-value', 'tier']);
  expect([mesh.workloadPolicies('prod', labels({})), mesh.workloadPolicies('dev', labels({ app: 'a' }))]).toEqual([[], []]);
  expect(names(mesh.ignoredPolicies(labels({ app: 'a' })))).toEqual(['app']);
  expect(mesh.ignoredPolicies(labels({ app: 'c' }))).toEqual([]);
});

test('workloads that a selector finds', () => {
  const mesh = meshOf([
    deploymentAt('prod/a', { app: 'a', tier: 'x' }), deploymentAt('prod/b', { app: 'b', tier: 'x' }), deploymentAt('prod/c', {}), deploymentAt('shop/d', { app: 'a' }),
  ]);
  expect(names(mesh.workloadsSelectedBy('prod', labels({ tier: 'x' })))).toEqual(['a', 'b']);
  expect(names(mesh.workloadsSelectedBy('prod', labels({ tier: 'x', app: 'b' })))).toEqual(['b']);
  expect(names(mesh.workloadsSelectedBy('prod', labels({})))).toEqual(['a', 'b', 'c']);
  expect(names(mesh.workloadsSelectedBy('shop', labels({ app: 'a' })))).toEqual(['d']);
  expect([mesh.workloadsSelectedBy('prod', labels({ app: 'z' })), mesh.workloadsSelectedBy('dev', labels({}))]).toEqual([[], []]);
  expect(mesh.workloadsSelectedBy('prod', labels({ tier: 'x', none: 'n' }))).toEqual([]);
});

test('Services by name, host and pods; endpoints of a Service', () => {
  const mesh = meshOf([
    serviceAt('prod/a', { selector: { app: 'a' } }), serviceAt('prod/all-x', { selector: { tier: 'x' } }), serviceAt('prod/none', {}), serviceAt('a', { selector: { app: 'a' } }),
    deploymentAt('prod/one', { app: 'a', tier: 'x' }), deploymentAt('prod/two', { tier: 'x' }), deploymentAt('shop/three', { tier: 'x' }),
    objectAt('networking.istio.io/v1', 'WorkloadEntry', 'prod/vm', { labels: { app: 'a' } }),
  ]);
  const service = mesh.service('prod', 'a');
  expect([service?.name, mesh.service('shop', 'a'), mesh.service('prod', 'x'), mesh.service(undefined, 'a')?.host]).toEqual(['a', undefined, undefined, undefined]);
  expect([mesh.serviceByHost('a.prod.svc.cluster.local'), mesh.serviceByHost('a')]).toEqual([service, undefined]);
  expect(names(mesh.servicesOf('prod', labels({ app: 'a', tier: 'x' })))).toEqual(['a', 'all-x']);
  expect(mesh.servicesOf('prod', labels({}))).toEqual([]);
  const endpoints = (name: string) => names(mesh.services.filter(candidate => candidate.namespace === 'prod' && candidate.name === name).flatMap(mesh.endpointsOf));
  expect([endpoints('a'), endpoints('all-x'), endpoints('none')]).toEqual([['one', 'vm'], ['one', 'two'], []]);
});

test('the first of several copies of a Service', () => {
  const mesh = meshOf([serviceAt('prod/a', { type: 'NodePort' }), serviceAt('prod/a', { type: 'ClusterIP' })]);
  expect([mesh.service('prod', 'a'), mesh.serviceByHost('a.prod.svc.cluster.local')]).toEqual([mesh.services[0], mesh.services[0]]);
  expect(mesh.services[0].type).toBe('ClusterIP');
});

test('ServiceEntries by host', () => {
  const entry = (place: string, ...hosts: string[]) => objectAt('networking.istio.io/v1', 'ServiceEntry', place, { hosts });
  const mesh = meshOf([entry('prod/b', 'x', 'y', 'x'), entry('prod/a', 'x', '*.z')]);
  expect(['x', 'y', '*.z', 'a.z'].map(host => names(mesh.serviceEntriesByHost(host)))).toEqual([['a', 'b'], ['b'], ['a'], []]);
});

test('rules of a namespace: with selector first, then age, then name', () => {
  const rule = (place: string, seconds?: number, spec = {}) => ruleAt(place, { host: 'h', ...spec }, seconds === undefined ? {} : aged(seconds));
  const mesh = meshOf([
    rule('prod/d', 4), rule('prod/c', 2), rule('prod/e', 9, { workloadSelector: {} }), rule('prod/a', 4), rule('prod/f', 3, { workloadSelector: { matchLabels: { a: 'b' } } }),
    rule('shop/z'),
  ]);
  expect(names(mesh.rulesIn('prod'))).toEqual(['f', 'e', 'c', 'a', 'd']);
  expect([names(mesh.rulesIn('shop')), mesh.rulesIn('dev')]).toEqual([['z'], []]);
});

test('the Sidecar of pods', () => {
  const sidecar = (place: string, spec: unknown, seconds?: number) => ({
    ...objectAt('networking.istio.io/v1', 'Sidecar', place, spec),
    metadata: { namespace: place.split('/')[0], name: place.split('/')[1], ...seconds === undefined ? {} : aged(seconds) },
  });
  const mesh = meshOf([
    sidecar('prod/default', {}, 1), sidecar('prod/newer', { workloadSelector: { labels: { app: 'a' } } }, 3), sidecar('prod/older', { workloadSelector: { labels: { app: 'a' } } }, 2),
    sidecar('shop/only', { workloadSelector: { labels: { app: 'a' } } }), sidecar('istio-system/root', {}), sidecar('istio-system/a-selecting', { workloadSelector: { labels: {} } }),
  ]);
  const found = (namespace: string | undefined, app: string) => mesh.sidecarOf(namespace, labels({ app }))?.name;
  expect([found('prod', 'a'), found('prod', 'b'), found('shop', 'a'), found('shop', 'b'), found('dev', 'a'), found(undefined, 'a')]).toEqual([
    'older', 'default', 'only', 'root', 'root', 'root',
  ]);
  expect(found('istio-system', 'a')).toBe('a-selecting');
});
