import { admitDestinationRule } from '../../../src/istio/admission/admit-destination-rule';
import { Objection } from '../../../src/istio/admission/objection';

const rule = (spec: unknown, metadata: unknown = { name: 'a', namespace: 'bar' }) =>
  ({ apiVersion: 'networking.istio.io/v1', kind: 'DestinationRule', metadata, spec });
const host = 'reviews.bar.svc.cluster.local';
const lines = (objections: readonly Objection[]) => objections.map(({ rule: id, refusedBy, path }) => `${id} ${refusedBy.join('+')} ${path}`);

describe('admitted', () => {
  test.each([
    ['nothing but a host', rule({ host })],
    ['no namespace', rule({ host, exportTo: ['other'], workloadSelector: { matchLabels: { app: 'a' } } }, { name: 'a' })],
    ['an empty namespace, which is unknown too', rule({ host, exportTo: ['other'], workloadSelector: { matchLabels: { app: 'a' } } }, { namespace: '' })],
    ['plaintext by omission (sidecar.md B1)', rule({ host, trafficPolicy: { tls: {} } })],
    ['ignored fields (B7)', rule({ host, trafficPolicy: { tls: { mode: 'ISTIO_MUTUAL', credentialName: 'c', privateKey: 'k' } } })],
    ['null fields', rule({ host, trafficPolicy: null, subsets: null, exportTo: null, workloadSelector: null })],
    ['unknown fields', rule({ host, hosts: [], trafficPolicy: { tls: { mode: 'DISABLE', verify: false } } })],
  ])('%s', (_, object) => {
    expect(admitDestinationRule(object)).toEqual({ refusals: [], warnings: [] });
  });
});

describe('refused', () => {
  test.each([
    [5, ['sidecar.md B crd+webhook ']],
    // Without a spec there is nothing in which the CRD misses a host.
    [rule(undefined), ['sidecar.md B12 webhook spec.host']],
    [rule({}), ['sidecar.md B12 crd+webhook spec.host']],
    [rule({ host: 5 }), ['sidecar.md B12 crd+webhook spec.host']],
    [rule({ host: '' }), ['sidecar.md B12 webhook spec.host']],
    [rule({ host, trafficPolicy: { tls: { mode: 'STRICT' } } }), ['sidecar.md B1 crd+webhook spec.trafficPolicy.tls.mode']],
    [rule({ host, trafficPolicy: { tls: { mode: 'MUTUAL' } } }),
      ['sidecar.md B3 webhook spec.trafficPolicy.tls.clientCertificate', 'sidecar.md B3 webhook spec.trafficPolicy.tls.privateKey']],
    [rule({ host, trafficPolicy: { tls: { mode: 'MUTUAL', clientCertificate: 5, privateKey: 'k' } } }),
      ['sidecar.md B3 crd+webhook spec.trafficPolicy.tls.clientCertificate']],
    [rule({ host, trafficPolicy: {} }), ['sidecar.md B9 webhook spec.trafficPolicy']],
    [rule({ host, trafficPolicy: { tls: 'DISABLE' } }), ['sidecar.md B crd+webhook spec.trafficPolicy.tls']],
    [rule({ host, trafficPolicy: { portLevelSettings: [{ tls: {} }, 'x'] } }),
      ['sidecar.md B10 webhook spec.trafficPolicy.portLevelSettings[0].port', 'sidecar.md B crd+webhook spec.trafficPolicy.portLevelSettings[1]']],
    [rule({ host, trafficPolicy: { outlierDetection: { maxEjectionPercent: 2 ** 31 } } }),
      ['istio validateOutlierDetection webhook spec.trafficPolicy.outlierDetection.maxEjectionPercent']],
    [rule({ host, trafficPolicy: { loadBalancer: { warmup: { minimumPercent: 5 } } } }),
      ['istio validateLoadBalancer crd+webhook spec.trafficPolicy.loadBalancer.warmup.duration']],
    [rule({ host, trafficPolicy: { loadBalancer: { simple: 'RANDOM', consistentHash: { useSourceIp: true } } } }),
      ['sidecar.md B crd spec.trafficPolicy.loadBalancer']],
    [rule({ host, trafficPolicy: { connectionPool: { http: { h2UpgradePolicy: 'upgrade', idleTimeout: '0s' } } } }), [
      'istio ValidateDuration crd+webhook spec.trafficPolicy.connectionPool.http.idleTimeout',
      'sidecar.md B crd+webhook spec.trafficPolicy.connectionPool.http.h2UpgradePolicy',
    ]],
    [rule({ host, subsets: [{ labels: {} }, { name: 'v1' }, { name: 'v1' }] }),
      ['sidecar.md B11 crd+webhook spec.subsets[0].name', 'sidecar.md B11 webhook spec.subsets[2].name']],
    [rule({ host, exportTo: ['~'] }), ['sidecar.md B13 webhook spec.exportTo[0]']],
    [rule({ host, exportTo: ['.', 'bar'] }), ['sidecar.md B13 webhook spec.exportTo[1]']],
    [rule({ host, exportTo: [5] }), ['sidecar.md B crd+webhook spec.exportTo[0]']],
    [rule({ host, exportTo: ['other'], workloadSelector: { matchLabels: { app: 'a*' } } }),
      ['sidecar.md B14 webhook spec.exportTo', 'sidecar.md A6 crd+webhook spec.workloadSelector.matchLabels.app']],
    [rule({ host, trafficPolicy: { tls: { mode: 'SIMPLE', credentialName: 'configmap://other/c' } } }),
      ['sidecar.md B6 webhook spec.trafficPolicy.tls.credentialName']],
    [rule({ host }, { name: 'a', annotations: { 'internal.istio.io/webhook-always-reject': '' } }),
      ['sidecar.md A9 webhook metadata.annotations["internal.istio.io/webhook-always-reject"]']],
  ])('%j', (object, expected) => {
    expect(lines(admitDestinationRule(object).refusals)).toEqual(expected);
  });
});

describe('warned about', () => {
  test.each([
    [{ host, workloadSelector: {} }, ['sidecar.md B15 webhook spec.workloadSelector']],
    [{ host, trafficPolicy: { outlierDetection: { consecutiveErrors: 5 } } },
      ['istio validateOutlierDetection webhook spec.trafficPolicy.outlierDetection.consecutiveErrors']],
    // sidecar.md B16
    [{ host, subsets: [{ name: 'v1', trafficPolicy: { outlierDetection: { consecutiveErrors: 5 } } }] }, []],
  ])('%j', (spec, expected) => {
    const { refusals, warnings } = admitDestinationRule(rule(spec));
    expect(refusals).toEqual([]);
    expect(lines(warnings)).toEqual(expected);
  });
});
