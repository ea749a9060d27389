import { ApiObject, App, Chart, JsonPatch, Testing } from 'cdk8s';
import { ClientTls, IstioApiVersion, LoadBalancerAlgorithm, MeshProfile, MtlsDestinationRule, MtlsDestinationRuleProps } from '../../src';
import { chartIn, service } from './support/objects';

const host = 'reviews.prod.svc.cluster.local';

function specOf(props: MtlsDestinationRuleProps): unknown {
  const chart = chartIn('prod');
  new MtlsDestinationRule(chart, 'reviews', props);
  return Testing.synth(chart)[0].spec;
}

test('says everything about one host', () => {
  const chart = chartIn('prod');
  new MtlsDestinationRule(chart, 'reviews', {
    host,
    tls: ClientTls.istioMutual(),
    loadBalancer: { consistentHash: { httpHeaderName: 'x-user' } },
    servicePorts: [{ servicePort: 9080, tls: ClientTls.disable() }],
    subsets: [{ name: 'v2', labels: { version: 'v2' }, tls: ClientTls.simple() }],
    exportTo: ['.'],
    workloadSelector: { app: 'ratings' },
  });
  expect(Testing.synth(chart)).toMatchSnapshot();
});

test('is the ApiObject itself', () => {
  const rule = new MtlsDestinationRule(chartIn(), 'reviews', { host });
  expect(ApiObject.of(rule)).toBe(rule);
  expect(rule).toMatchObject({ kind: 'DestinationRule', apiVersion: 'networking.istio.io/v1' });
});

test('takes JSON patches, labels, another name and v1beta1', () => {
  const chart = chartIn('prod');
  const rule = new MtlsDestinationRule(chart, 'reviews', {
    host, tls: ClientTls.istioMutual(), apiVersion: IstioApiVersion.V1BETA1, metadata: { name: 'other', labels: { team: 'a' } },
  });
  rule.addJsonPatch(JsonPatch.replace('/spec/trafficPolicy/tls/mode', 'DISABLE'));
  expect(Testing.synth(chart)).toEqual([{
    apiVersion: 'networking.istio.io/v1beta1',
    kind: 'DestinationRule',
    metadata: { name: 'other', namespace: 'prod', labels: { team: 'a' } },
    spec: { host, trafficPolicy: { tls: { mode: 'DISABLE' } } },
  }]);
});

test.each(['*', '*.prod.svc.cluster.local', 'reviews', '*-foo.example', 'api.vendor.example', 'api.vendor.example.'])('host %s', (written) => {
  expect(specOf({ host: written })).toEqual({ host: written });
});

test('the host of a Service, in the cluster domain of the mesh', () => {
  const app = new App();
  const chart = new Chart(app, 'clients', { namespace: 'clients' });
  new MtlsDestinationRule(chart, 'rule', { service: service(chart, 'reviews', [], 'prod'), tls: ClientTls.istioMutual() });
  new MeshProfile(app, 'profile', { clusterDomain: 'eu.example' });
  expect(Testing.synth(chart)[1].spec.host).toBe('reviews.prod.svc.eu.example');
});

test('nothing about TLS leaves the choice to auto mTLS', () => {
  expect(specOf({ host, loadBalancer: { simple: LoadBalancerAlgorithm.ROUND_ROBIN } })).toEqual({ host, trafficPolicy: { loadBalancer: { simple: 'ROUND_ROBIN' } } });
});

const connectionPool = { tcp: { maxConnections: 5 } };
const outlierDetection = { interval: '5s' };

test.each<[string, Partial<MtlsDestinationRuleProps>, unknown]>([
  ['a port repeats what it does not say, since it replaces the rule',
    { tls: ClientTls.istioMutual(), connectionPool, additionalSettings: { retryBudget: { percent: 20 } }, servicePorts: [{ servicePort: 80, outlierDetection }] },
    {
      trafficPolicy: {
        tls: { mode: 'ISTIO_MUTUAL' },
        connectionPool,
        retryBudget: { percent: 20 },
        portLevelSettings: [{ port: { number: 80 }, tls: { mode: 'ISTIO_MUTUAL' }, connectionPool, outlierDetection }],
      },
    }],
  ['ports are written in their order, whatever the order given',
    { servicePorts: [{ servicePort: 9080, tls: ClientTls.disable() }, { servicePort: 80, tls: ClientTls.disable() }] },
    { trafficPolicy: { portLevelSettings: [{ port: { number: 80 }, tls: { mode: 'DISABLE' } }, { port: { number: 9080 }, tls: { mode: 'DISABLE' } }] } }],
  ['a subset says only what differs, since it lies over the rule',
    { tls: ClientTls.istioMutual(), subsets: [{ name: 'v1', labels: { version: 'v1' } }, { name: 'v2', connectionPool }] },
    {
      trafficPolicy: { tls: { mode: 'ISTIO_MUTUAL' } },
      subsets: [{ name: 'v1', labels: { version: 'v1' } }, { name: 'v2', trafficPolicy: { connectionPool } }],
    }],
  ['a port of a subset repeats subset, then port, then rule',
    {
      tls: ClientTls.istioMutual(),
      servicePorts: [{ servicePort: 80, connectionPool }],
      subsets: [{ name: 'v1', outlierDetection, servicePorts: [{ servicePort: 80, tls: ClientTls.disable() }] }],
    },
    {
      trafficPolicy: { tls: { mode: 'ISTIO_MUTUAL' }, portLevelSettings: [{ port: { number: 80 }, tls: { mode: 'ISTIO_MUTUAL' }, connectionPool }] },
      subsets: [{
        name: 'v1',
        trafficPolicy: { outlierDetection, portLevelSettings: [{ port: { number: 80 }, tls: { mode: 'DISABLE' }, connectionPool, outlierDetection }] },
      }],
    }],
  ['raw settings stand for typed ones', { additionalSettings: { loadBalancer: { localityLbSetting: { enabled: true } } } },
    { trafficPolicy: { loadBalancer: { localityLbSetting: { enabled: true } } } }],
])('%s', (_, props, expected) => {
  expect(specOf({ host, ...props })).toEqual({ host, ...expected as object });
});
