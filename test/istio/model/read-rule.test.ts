import { ruleAt } from './support/objects';
import { meshOf, problemsOf } from './support/snapshot-of';
import { ProfileInput } from '../../../src/istio/model/profile';
import { Rule, TlsSettings } from '../../../src/istio/model/rule';

const NO_TLS_FIELDS = {
  sni: undefined,
  subjectAltNames: [],
  credentialName: undefined,
  clientCertificate: undefined,
  privateKey: undefined,
  caCertificates: undefined,
  caCrl: undefined,
  insecureSkipVerify: false,
};

function only(object: unknown, profile?: ProfileInput): Rule {
  const { rules } = meshOf([object], profile);
  expect(rules).toHaveLength(1);
  return rules[0];
}

function tlsOf(tls: unknown): TlsSettings | undefined {
  return only(ruleAt('prod/x', { host: 'a', trafficPolicy: { tls } })).trafficPolicy?.tls;
}

test.each([
  ['reviews', 'prod/x', 'reviews.prod.svc.cluster.local'],
  ['reviews.prod', 'prod/x', 'reviews.prod'],
  ['reviews.prod.svc.cluster.local', 'shop/x', 'reviews.prod.svc.cluster.local'],
  ['*', 'prod/x', '*'],
  ['*.local', 'prod/x', '*.local'],
  ['10.0.0.1', 'prod/x', '10.0.0.1'],
  ['2001:db8::1', 'prod/x', '2001:db8::1'],
  ['reviews', 'x', 'reviews'],
  ['', 'prod/x', ''],
])('host %s of %s', (host, place, resolvedHost) => {
  const rule = only(ruleAt(place, { host }));
  expect([rule.host, rule.resolvedHost]).toEqual([host, resolvedHost]);
});

test('the cluster domain is the profile\'s', () => {
  expect(only(ruleAt('prod/x', { host: 'a' }), { clusterDomain: 'corp.example' }).resolvedHost).toBe('a.prod.svc.corp.example');
});

test('a rule without anything', () => {
  const { host, exportTo, workloadSelector, trafficPolicy, subsets } = only(ruleAt('prod/x', undefined));
  expect({ host, exportTo, workloadSelector, trafficPolicy, subsets }).toEqual({
    host: '', exportTo: [], workloadSelector: undefined, trafficPolicy: undefined, subsets: [],
  });
});

test.each([
  ['absent', undefined, undefined],
  ['null', null, undefined],
  ['without mode, which is DISABLE', {}, { mode: 'DISABLE', modeGiven: false }],
  ['null mode', { mode: null }, { mode: 'DISABLE', modeGiven: false }],
  ['DISABLE', { mode: 'DISABLE' }, { mode: 'DISABLE', modeGiven: true }],
  ['SIMPLE', { mode: 'SIMPLE' }, { mode: 'SIMPLE', modeGiven: true }],
  ['MUTUAL', { mode: 'MUTUAL' }, { mode: 'MUTUAL', modeGiven: true }],
  ['ISTIO_MUTUAL', { mode: 'ISTIO_MUTUAL' }, { mode: 'ISTIO_MUTUAL', modeGiven: true }],
])('tls: %s', (_, tls, expected) => {
  expect(tlsOf(tls)).toEqual(expected === undefined ? undefined : { ...NO_TLS_FIELDS, ...expected });
});

test('every field of a tls block', () => {
  const fields = {
    sni: 's', subjectAltNames: ['a', 'b'], credentialName: 'c', clientCertificate: 'd', privateKey: 'e', caCertificates: 'f', caCrl: 'g', insecureSkipVerify: true,
  };
  expect(tlsOf({ mode: 'MUTUAL', ...fields })).toEqual({ mode: 'MUTUAL', modeGiven: true, ...fields });
});

test('port settings in the order of the manifest, with numbers that admission lets pass', () => {
  const portLevelSettings = [
    { port: { number: 80 }, tls: { mode: 'DISABLE' } }, { port: { number: 80 } }, { port: {} }, {}, { port: { number: 0 } }, { port: { number: 70000 } },
    { port: { number: 81 }, loadBalancer: { simple: 'PASSTHROUGH' } },
  ];
  const ports = only(ruleAt('prod/x', { host: 'a', trafficPolicy: { portLevelSettings } })).trafficPolicy?.ports ?? [];
  expect(ports.map(({ servicePort, tls, loadBalancer }) => [servicePort, tls?.mode, loadBalancer])).toEqual([
    [80, 'DISABLE', undefined], [80, undefined, undefined], [undefined, undefined, undefined], [undefined, undefined, undefined],
    [0, undefined, undefined], [70000, undefined, undefined], [81, undefined, 'PASSTHROUGH'],
  ]);
});

test('load balancer, subsets, exportTo and selector', () => {
  const rule = only(ruleAt('prod/x', {
    host: 'a',
    exportTo: ['.', 'shop'],
    workloadSelector: { matchLabels: { app: 'c' } },
    trafficPolicy: { loadBalancer: { simple: 'ROUND_ROBIN' } },
    subsets: [{ name: 'v1', labels: { version: 'v1' }, trafficPolicy: { tls: { mode: 'SIMPLE' } } }, { name: 'v2' }],
  }));
  expect(rule.trafficPolicy).toEqual({ tls: undefined, loadBalancer: 'ROUND_ROBIN', ports: [] });
  expect(rule.subsets.map(({ name, labels, trafficPolicy }) => [name, [...labels], trafficPolicy?.tls?.mode])).toEqual([
    ['v1', [['version', 'v1']], 'SIMPLE'], ['v2', [], undefined],
  ]);
  expect(rule.exportTo).toEqual(['.', 'shop']);
  expect([...rule.workloadSelector ?? []]).toEqual([['app', 'c']]);
});

test.each([
  ['absent', {}, undefined],
  ['null', { workloadSelector: null }, undefined],
  ['empty', { workloadSelector: {} }, 0],
  ['with empty labels', { workloadSelector: { matchLabels: {} } }, 0],
])('a selector that is %s', (_, spec, size) => {
  expect(only(ruleAt('prod/x', { host: 'a', ...spec })).workloadSelector?.size).toBe(size);
});

test.each([
  ['a server mode', { trafficPolicy: { tls: { mode: 'STRICT' } } }, 'spec.trafficPolicy.tls.mode: expected one of DISABLE, SIMPLE, MUTUAL, ISTIO_MUTUAL, got "STRICT"'],
  ['a quoted port', { trafficPolicy: { portLevelSettings: [{ port: { number: '80' } }] } },
    'spec.trafficPolicy.portLevelSettings[0].port.number: expected a port from 1 to 65535, got "80"; remove the quotes'],
  ['a fraction as port', { trafficPolicy: { portLevelSettings: [{}, { port: { number: 1.5 } }] } },
    'spec.trafficPolicy.portLevelSettings[1].port.number: expected a port from 1 to 65535, got 1.5'],
  ['a port setting that is no object', { trafficPolicy: { portLevelSettings: [80] } }, 'spec.trafficPolicy.portLevelSettings[0]: expected an object, got 80'],
  ['settings as an object', { trafficPolicy: { portLevelSettings: {} } }, 'spec.trafficPolicy.portLevelSettings: expected a list, got an empty object'],
  ['a subset tls', { subsets: [{ trafficPolicy: { tls: { sni: 1 } } }] }, 'spec.subsets[0].trafficPolicy.tls.sni: expected a text, got 1; quote it'],
  ['an export', { exportTo: ['a', 5] }, 'spec.exportTo[1]: expected a text, got 5; quote it'],
  ['an alternative name', { trafficPolicy: { tls: { subjectAltNames: [{}] } } }, 'spec.trafficPolicy.tls.subjectAltNames[0]: expected a text, got an empty object; quote it'],
  ['skip as a text', { trafficPolicy: { tls: { insecureSkipVerify: 'yes' } } }, 'spec.trafficPolicy.tls.insecureSkipVerify: expected true or false, got "yes"'],
  ['a host that is a list', { host: ['a'] }, 'spec.host: expected a text, got a list; quote it'],
])('problem: %s', (_, spec, problem) => {
  expect(problemsOf([ruleAt('prod/x', { host: 'a', ...spec })])).toEqual([problem]);
});

test('texts that are no texts', () => {
  const { exportTo } = only(ruleAt('prod/x', { host: 'a', exportTo: ['a', 5, true, null, {}] }));
  expect(exportTo).toEqual(['a', '5', 'true']);
});

test.each(['networking.istio.io/v1', 'networking.istio.io/v1beta1', 'networking.istio.io/v1alpha3'])('version %s', apiVersion => {
  expect(only({ ...ruleAt('prod/x', {}), apiVersion }).apiVersion).toBe(apiVersion);
});
