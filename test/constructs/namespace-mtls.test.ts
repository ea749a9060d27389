import { ApiObject, JsonPatch, Testing } from 'cdk8s';
import { IstioApiVersion, MtlsMode, NamespaceMtls } from '../../src';
import { chartIn } from './support/objects';

test('is a policy without selector, called default', () => {
  const chart = chartIn();
  new NamespaceMtls(chart, 'strict', { mode: MtlsMode.STRICT });
  expect(Testing.synth(chart)).toMatchSnapshot();
});

test.each(Object.values(MtlsMode))('writes mode %s', (mode) => {
  const chart = chartIn();
  new NamespaceMtls(chart, 'policy', { mode });
  expect(Testing.synth(chart)[0].spec).toEqual({ mtls: { mode } });
});

test('is the ApiObject itself', () => {
  const policy = new NamespaceMtls(chartIn(), 'strict', { mode: MtlsMode.STRICT });
  expect(ApiObject.of(policy)).toBe(policy);
  expect(ApiObject.of(policy)).toMatchObject({ kind: 'PeerAuthentication', apiVersion: 'security.istio.io/v1', name: 'default' });
});

test('takes JSON patches, labels and annotations', () => {
  const chart = chartIn();
  const policy = new NamespaceMtls(chart, 'strict', { mode: MtlsMode.STRICT, metadata: { labels: { team: 'a' }, annotations: { note: 'b' } } });
  policy.metadata.addLabel('tier', 'c');
  policy.addJsonPatch(JsonPatch.replace('/spec/mtls/mode', 'PERMISSIVE'));
  expect(Testing.synth(chart)).toEqual([{
    apiVersion: 'security.istio.io/v1',
    kind: 'PeerAuthentication',
    metadata: { name: 'default', namespace: 'production', labels: { team: 'a', tier: 'c' }, annotations: { note: 'b' } },
    spec: { mtls: { mode: 'PERMISSIVE' } },
  }]);
});

test.each([
  ['props', { namespace: 'own' }],
  ['metadata', { metadata: { namespace: 'own' } }],
  ['both, when they agree', { namespace: 'own', metadata: { namespace: 'own' } }],
])('the namespace may come from %s', (_, props) => {
  expect(new NamespaceMtls(chartIn(), 'strict', { mode: MtlsMode.STRICT, ...props }).metadata.namespace).toBe('own');
});

test('another name, and v1beta1, on request', () => {
  const chart = chartIn();
  new NamespaceMtls(chart, 'strict', { mode: MtlsMode.STRICT, metadata: { name: 'strict' }, apiVersion: IstioApiVersion.V1BETA1, pairedRule: {} });
  expect(Testing.synth(chart).map(({ apiVersion, metadata }) => [apiVersion, metadata.name])).toEqual([
    ['security.istio.io/v1beta1', 'strict'],
    ['networking.istio.io/v1beta1', 'strict'],
  ]);
});

test('an exception is written as annotations beside the user\'s', () => {
  const chart = chartIn();
  new NamespaceMtls(chart, 'open', {
    mode: MtlsMode.PERMISSIVE,
    metadata: { annotations: { note: 'kept' } },
    exception: { owner: 'payments', reason: 'moving to the mesh', reviewBy: '2028-02-29', ticket: 'MESH-7' },
  });
  expect(Testing.synth(chart)[0].metadata.annotations).toEqual({
    'note': 'kept',
    'cdk8s-istio-mtls/owner': 'payments',
    'cdk8s-istio-mtls/reason': 'moving to the mesh',
    'cdk8s-istio-mtls/review-by': '2028-02-29',
    'cdk8s-istio-mtls/ticket': 'MESH-7',
  });
});
