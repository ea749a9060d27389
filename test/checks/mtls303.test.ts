import { checkTable } from './support/check-table';
import { manifestsOf } from './support/mesh-of';
import { duplicateRuleHost } from '../../src/checks/mtls303-duplicate-rule-host';
import { buildSnapshot } from '../../src/istio/model/build-snapshot';

const HOST = 'reviews.production.svc.cluster.local';
const rule = (name: string, spec: string, metadata = 'namespace: production') => `---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: ${name}, ${metadata} }
spec: { ${spec} }
`;
const host = (rest = '', name = HOST) => `host: "${name}"${rest === '' ? '' : `, ${rest}`}`;
const tls = (mode: string) => `trafficPolicy: { tls: { mode: ${mode} } }`;
const pool = (size: number) => `trafficPolicy: { connectionPool: { tcp: { maxConnections: ${size} } } }`;
const subset = (name: string, rest = '') => `{ name: ${name}, labels: { version: ${name} }${rest} }`;
const created = (day: number) => `namespace: production, creationTimestamp: "2026-01-0${day}T00:00:00Z"`;
const object = (name: string) => `DestinationRule production/${name}`;
const path = 'spec.host';

checkTable(duplicateRuleHost, {
  valid: [
    { name: 'one rule for each host', yaml: rule('a', host(tls('DISABLE'))) + rule('b', host(tls('ISTIO_MUTUAL'), 'ratings')) },
    { name: 'the same short host of two namespaces', yaml: rule('a', host(tls('DISABLE'), 'reviews')) + rule('a', host(tls('ISTIO_MUTUAL'), 'reviews'), 'namespace: staging') },
    { name: 'a wildcard does not merge with a host', yaml: rule('a', host(tls('DISABLE'))) + rule('b', host(tls('ISTIO_MUTUAL'), '*.production.svc.cluster.local')) },
    { name: 'rules that complete each other', yaml: rule('a', host(tls('ISTIO_MUTUAL'))) + rule('b', host(`subsets: [${subset('v1')}]`)) },
    { name: 'rules without a host, which are refused', yaml: rule('a', tls('DISABLE')) + rule('b', tls('ISTIO_MUTUAL')) },
    { name: 'one object twice, which is for another check', yaml: rule('a', host(tls('DISABLE'))) + rule('a', host(tls('ISTIO_MUTUAL'))) },
  ],
  invalid: [
    {
      name: 'two modes, one of them by the short host',
      yaml: rule('a', host(tls('ISTIO_MUTUAL'))) + rule('b', host(tls('DISABLE'), 'reviews')),
      findings: [{
        severity: 'error',
        object: object('b'),
        path,
        message: `DestinationRule production/a and DestinationRule production/b are for the same host ${HOST}: `
          + 'Istio keeps the whole trafficPolicy of the oldest, so a tls block is lost, and manifests do not say which one that is',
        fix: `write one rule for ${HOST}: move what DestinationRule production/b says into DestinationRule production/a and delete it`,
        related: [object('a')],
      }],
    },
    {
      name: 'ages say which tls block is lost',
      yaml: rule('a', host(tls('ISTIO_MUTUAL')), created(2)) + rule('b', host(pool(1)), created(1)),
      findings: [{ severity: 'error', object: object('a'), path, message: 'so a tls block is lost, that is DestinationRule production/b' }],
    },
    {
      name: 'ages say that the tls block stays',
      yaml: rule('a', host(tls('ISTIO_MUTUAL')), created(1)) + rule('b', host(pool(1)), created(2)),
      findings: [{ severity: 'warning', object: object('b'), path, message: 'Istio keeps the whole trafficPolicy of the oldest and drops the other, that is' }],
    },
    {
      name: 'whether tls is lost depends on an age that is not given',
      yaml: rule('a', host(tls('ISTIO_MUTUAL'))) + rule('b', host(pool(1))),
      findings: [{ severity: 'warning', object: object('b'), path, message: 'a tls block is lost' }],
    },
    {
      name: 'tls at different ports',
      yaml: rule('a', host('trafficPolicy: { portLevelSettings: [{ port: { number: 80 }, tls: { mode: DISABLE } }] }'))
        + rule('b', host('trafficPolicy: { portLevelSettings: [{ port: { number: 81 }, tls: { mode: DISABLE } }] }')),
      findings: [{ severity: 'error', object: object('b'), path }],
    },
    {
      name: 'one subset with other labels',
      yaml: rule('a', host('subsets: [{ name: v1, labels: { version: v1 } }]')) + rule('b', host('subsets: [{ name: v1, labels: { version: v2 } }]')),
      findings: [{ severity: 'error', object: object('b'), path, message: 'Istio keeps subset v1 of the oldest and drops the other one' }],
    },
    {
      name: 'one subset with other tls',
      yaml: rule('a', host(`subsets: [${subset('v1', `, ${tls('DISABLE')}`)}]`)) + rule('b', host(`subsets: [${subset('v1', `, ${tls('ISTIO_MUTUAL')}`)}]`)),
      findings: [{ severity: 'error', object: object('b'), path, message: 'a tls block is lost' }],
    },
    {
      name: 'one subset with other limits',
      yaml: rule('a', host(`subsets: [${subset('v1', `, ${pool(1)}`)}]`)) + rule('b', host(`subsets: [${subset('v1', `, ${pool(2)}`)}]`)),
      findings: [{ severity: 'warning', object: object('b'), path, message: 'subset v1' }],
    },
    {
      name: 'a trafficPolicy without tls is lost',
      yaml: rule('a', host(pool(1))) + rule('b', host(pool(2))),
      findings: [{ severity: 'warning', object: object('b'), path, message: 'drops the other' }],
    },
    {
      name: 'the same subset twice',
      yaml: rule('a', host(`${pool(1)}, subsets: [${subset('v1')}, ${subset('v2')}]`)) + rule('b', host(`${pool(1)}, subsets: [${subset('v1')}]`)),
      findings: [{ severity: 'info', object: object('b'), path, message: 'they repeat each other' }],
    },
    {
      name: 'a rule that says nothing but the host',
      yaml: rule('a', host('', 'api.example.com')) + rule('b', host(tls('SIMPLE'), 'api.example.com')),
      findings: [{ severity: 'info', object: object('a'), path, related: [object('b')] }],
    },
    {
      name: 'different exportTo: the youngest wins where both are seen',
      yaml: rule('a', host(`${tls('ISTIO_MUTUAL')}, exportTo: ["."]`)) + rule('b', host(`${tls('DISABLE')}, exportTo: ["*"]`)),
      findings: [{ severity: 'warning', object: object('a'), path, message: 'clients that see both use the youngest only, so a tls block is lost' }],
    },
    {
      name: 'a private rule melts into one with a selector, and other pods lose it',
      yaml: rule('a', host(`${tls('ISTIO_MUTUAL')}, workloadSelector: { matchLabels: { app: api } }`)) + rule('b', host(`subsets: [${subset('v1')}], exportTo: ["."]`)),
      findings: [{ severity: 'warning', object: object('b'), path, message: 'some clients are left without a rule' }],
    },
    {
      name: 'two hosts, each for itself',
      yaml: rule('a', host(tls('DISABLE'))) + rule('b', host(tls('ISTIO_MUTUAL'))) + rule('c', host(pool(1), 'ratings')) + rule('d', host(pool(2), 'ratings')) + rule('e', host(tls('DISABLE'), 'details')),
      findings: [
        { severity: 'error', object: object('b'), path, message: HOST, related: [object('a')] },
        { severity: 'warning', object: object('d'), path, message: 'ratings.production.svc.cluster.local', related: [object('c')] },
      ],
    },
    {
      name: 'the same tls in both, and other things that are lost',
      yaml: rule('a', host('trafficPolicy: { tls: { mode: ISTIO_MUTUAL }, connectionPool: { tcp: { maxConnections: 1 } } }'))
        + rule('b', host('trafficPolicy: { tls: { mode: ISTIO_MUTUAL }, connectionPool: { tcp: { maxConnections: 2 } } }')),
      findings: [{ severity: 'warning', object: object('b'), path, message: 'Istio keeps the whole trafficPolicy of the oldest and drops the other,' }],
    },
    {
      name: 'a port entry that says what the whole says loses nothing, one that says more does',
      yaml: rule('a', host(tls('ISTIO_MUTUAL')), created(1)) + rule('b', host('trafficPolicy: { portLevelSettings: [{ port: { number: 80 }, tls: { mode: ISTIO_MUTUAL } }] }'), created(2))
        + rule('c', host(tls('ISTIO_MUTUAL'), 'x'), created(1)) + rule('d', host('trafficPolicy: { portLevelSettings: [{ port: { number: 80 }, tls: { mode: DISABLE } }] }', 'x'), created(2)),
      findings: [
        { severity: 'warning', object: object('b'), path, message: 'drops the other' },
        { severity: 'error', object: object('d'), path, message: 'a tls block is lost' },
      ],
    },
    {
      name: 'of two subsets one has other tls, and only if it is the younger',
      yaml: rule('a', host(`subsets: [${subset('v1')}, ${subset('v2', `, ${tls('DISABLE')}`)}]`)) + rule('b', host(`subsets: [${subset('v2')}, ${subset('v3')}]`)),
      findings: [{ severity: 'warning', object: object('b'), path, message: 'a tls block is lost' }],
    },
    {
      name: 'one of them is in the input twice, so that nobody knows what it says',
      yaml: rule('a', host(tls('DISABLE'))) + rule('a', host(tls('SIMPLE'))) + rule('b', host(tls('ISTIO_MUTUAL'))),
      findings: [{ severity: 'warning', object: object('b'), path }],
    },
    {
      name: 'a rule without part in the clash is left out',
      yaml: rule('a', host(`${tls('DISABLE')}, subsets: [${subset('v1')}]`)) + rule('b', host(`subsets: [${subset('v2')}]`)) + rule('c', host(tls('ISTIO_MUTUAL'))),
      findings: [{ severity: 'error', object: object('c'), path, message: 'production/a and DestinationRule production/c are', related: [object('a')] }],
    },
    {
      name: 'one finding for three rules, with the worst that happens',
      yaml: rule('a', host(pool(1))) + rule('b', host(`${pool(1)}, subsets: [${subset('v1')}]`)) + rule('c', host('subsets: [{ name: v1, labels: { version: v2 } }]')),
      findings: [{ severity: 'error', object: object('c'), path, message: 'a, DestinationRule production/b and DestinationRule production/c', related: [object('a'), object('b')] }],
    },
  ],
  partial: [
    { name: 'folders without namespace end up in different ones', yaml: rule('a', host(tls('DISABLE')), 'labels: {}') },
    {
      name: 'a chart without namespace',
      yaml: rule('a', host(tls('DISABLE')), 'labels: {}') + rule('b', host(tls('ISTIO_MUTUAL')), 'labels: {}'),
      findings: [{ severity: 'warning', object: 'DestinationRule b', path }],
    },
  ],
  twoMeshes: [{ name: 'each environment has its own', meshes: [rule('a', host(tls('DISABLE'))), rule('b', host(tls('ISTIO_MUTUAL')))] }],
  falsePositives: [
    {
      name: 'subsets of one host, each in a rule of its own (kiali#1471)',
      yaml: rule('v1', host(`subsets: [${subset('v1')}]`)) + rule('v2', host(`subsets: [${subset('v2')}]`)),
    },
    {
      name: 'an egress gateway originates TLS by a rule with a selector, sidecars send mTLS to it',
      yaml: rule('origination', host(`${tls('SIMPLE')}, workloadSelector: { matchLabels: { istio: egressgateway } }`, 'edition.cnn.com'))
        + rule('sidecars', host(pool(1), 'edition.cnn.com')),
    },
    {
      name: 'two control planes',
      yaml: rule('a', host(tls('DISABLE')), 'namespace: production, labels: { istio.io/rev: "1-31" }')
        + rule('b', host(tls('ISTIO_MUTUAL')), 'namespace: production, labels: { istio.io/rev: "1-32" }'),
    },
    {
      name: 'a rule exported to one namespace beside one for all others, without tls',
      yaml: rule('a', host(`${pool(1)}, exportTo: [staging]`)) + rule('b', host(`${pool(2)}, exportTo: ["."]`)),
    },
  ],
});

describe('what reaches the cluster together', () => {
  const found = (files: readonly [string, string], metadata = 'namespace: production') => {
    const manifests = [rule('a', host(tls('DISABLE')), metadata), rule('b', host(tls('ISTIO_MUTUAL')), metadata)]
      .flatMap((yaml, index) => manifestsOf(yaml).map((manifest) => ({ ...manifest, origin: { file: files[index] } })));
    const mesh = [...buildSnapshot(manifests).meshes.values()][0];
    return [...duplicateRuleHost.check({ mesh, problems: [], today: undefined })].map(({ severity, resource }) => `${severity} ${resource.name}`);
  };

  test('two folders may be alternatives', () => expect(found(['plain/reviews.yaml', 'mtls/reviews.yaml'])).toEqual(['warning b']));
  test('one folder', () => expect(found(['rules/a.yaml', 'rules/b.yaml'])).toEqual(['error b']));
  test('folders without namespace end up in different ones', () => expect(found(['plain/a.yaml', 'mtls/b.yaml'], 'labels: {}')).toEqual([]));
});
