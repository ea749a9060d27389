import { checkTable } from './support/check-table';
import { manifestsOf } from './support/mesh-of';
import { overlappingWorkloadPolicies } from '../../src/checks/mtls302-overlapping-workload-policies';
import { buildSnapshot } from '../../src/istio/model/build-snapshot';

const policy = (name: string, labels: string, says: string, metadata = 'namespace: production') => `---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: ${name}, ${metadata} }
spec: { selector: { matchLabels: { ${labels} } }, ${says} }
`;
const namespacePolicy = (mode: string) => `---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: default, namespace: production }
spec: { mtls: { mode: ${mode} } }
`;
const deployment = (name: string, labels: string, template = '') => `---
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: production }
spec:
  selector: { matchLabels: { ${labels} } }
  template: { metadata: { labels: { ${labels} }${template} }, spec: { containers: [{ name: app, image: app }] } }
`;
const STRICT = 'mtls: { mode: STRICT }';
const DISABLE = 'mtls: { mode: DISABLE }';
const port = (number: number, mode: string) => `portLevelMtls: { ${number}: { mode: ${mode} } }`;
const object = (name: string) => `PeerAuthentication production/${name}`;
const path = 'spec.selector';

checkTable(overlappingWorkloadPolicies, {
  valid: [
    { name: 'different workloads', yaml: policy('api', 'app: api', STRICT) + policy('web', 'app: web', DISABLE) },
    { name: 'selectors that could meet, but on no known workload', yaml: policy('api', 'app: api', STRICT) + policy('v1', 'version: v1', DISABLE) },
    { name: 'one policy for many workloads', yaml: policy('tier', 'tier: backend', STRICT) + deployment('a', 'app: a, tier: backend') + deployment('b', 'app: b, tier: backend') },
    { name: 'equal selectors of two namespaces', yaml: policy('api', 'app: api', STRICT) + policy('api', 'app: api', DISABLE, 'namespace: staging') },
    { name: 'one object twice, which is for another check', yaml: policy('api', 'app: api', STRICT) + policy('api', 'app: api', DISABLE) },
    { name: 'a known workload that carries only some of the labels', yaml: policy('api', 'app: api, version: v1', STRICT) + policy('v2', 'version: v2', DISABLE) + deployment('api', 'app: api, version: v2') },
  ],
  invalid: [
    {
      name: 'equal selectors, different modes',
      yaml: policy('a', 'app: api', STRICT) + policy('b', 'app: api', DISABLE),
      findings: [{
        severity: 'error',
        object: object('b'),
        path,
        message: 'PeerAuthentication production/a (app=api: STRICT) and PeerAuthentication production/b (app=api: DISABLE) select the same pods: '
          + 'only the oldest counts, and manifests do not say which one that is',
        fix: 'move the settings of PeerAuthentication production/b into PeerAuthentication production/a',
        related: [object('a')],
      }],
    },
    {
      name: 'ports split over two policies',
      yaml: policy('a', 'app: api', `${STRICT}, ${port(8080, 'PERMISSIVE')}`) + policy('b', 'app: api', `${STRICT}, ${port(9090, 'DISABLE')}`),
      findings: [{ severity: 'error', object: object('b'), path, message: '(app=api: STRICT with port 8080 PERMISSIVE)' }],
    },
    {
      name: 'ports that no parent can make equal',
      yaml: policy('a', 'app: api', port(8080, 'PERMISSIVE')) + policy('b', 'app: api', port(9090, 'DISABLE')),
      findings: [{ severity: 'error', object: object('b'), path, message: 'the inherited mode with port 9090 DISABLE' }],
    },
    {
      name: 'selectors that meet on a known workload',
      yaml: policy('api', 'app: api', STRICT) + policy('v1', 'version: v1', DISABLE) + deployment('api', 'app: api, version: v1'),
      findings: [{ severity: 'error', object: object('v1'), path, message: 'select the same pods (Deployment production/api): only' }],
    },
    {
      name: 'one selector includes the other, and both are known to meet',
      yaml: policy('tier', 'tier: backend', STRICT) + policy('api', 'app: api, tier: backend', DISABLE) + deployment('api', 'app: api, tier: backend'),
      findings: [{
        severity: 'error',
        object: object('api'),
        path,
        message: '(app=api,tier=backend: DISABLE) and PeerAuthentication production/tier (tier=backend: STRICT)',
        fix: 'move the settings of PeerAuthentication production/api into PeerAuthentication production/tier',
        related: [object('tier')],
      }],
    },
    {
      name: 'one selector includes the other',
      yaml: policy('tier', 'tier: backend', STRICT) + policy('api', 'app: api, tier: backend', DISABLE),
      findings: [{ severity: 'warning', object: object('api'), path, related: [object('tier')] }],
    },
    {
      name: 'they agree',
      yaml: policy('tier', 'tier: backend', STRICT) + policy('api', 'app: api, tier: backend', STRICT),
      findings: [{ severity: 'info', object: object('api'), path, message: 'only the oldest counts, though today they agree, and manifests do not say' }],
    },
    {
      name: 'they differ only on a port that never reaches the proxy',
      yaml: policy('a', 'app: api', STRICT) + policy('b', 'app: api', `${STRICT}, ${port(15020, 'DISABLE')}`),
      findings: [{ severity: 'info', object: object('b'), path }],
    },
    {
      name: 'a port that says what the whole says',
      yaml: policy('a', 'app: api', STRICT) + policy('b', 'app: api', `${STRICT}, ${port(8080, 'STRICT')}`),
      findings: [{ severity: 'info', object: object('b'), path }],
    },
    {
      name: 'the known parent makes them equal',
      yaml: namespacePolicy('STRICT') + policy('a', 'app: api', STRICT) + policy('b', 'app: api', port(8080, 'STRICT')),
      findings: [{ severity: 'info', object: object('b'), path }],
    },
    {
      name: 'the known parent makes them differ',
      yaml: namespacePolicy('PERMISSIVE') + policy('a', 'app: api', STRICT) + policy('b', 'app: api', port(8080, 'STRICT')),
      findings: [{ severity: 'error', object: object('b'), path }],
    },
    {
      name: 'two parents of unknown age leave it open',
      yaml: namespacePolicy('STRICT') + namespacePolicy('PERMISSIVE').replace('default', 'other') + policy('a', 'app: api', STRICT) + policy('b', 'app: api', port(8080, 'STRICT')),
      findings: [{ severity: 'warning', object: object('b'), path }],
    },
    {
      name: 'one finding for three policies on one workload, one for two workloads',
      yaml: policy('pa1', 'app: details, version: v1', STRICT) + policy('pa3', 'app: details', STRICT) + policy('pa4', 'version: v1', DISABLE)
        + deployment('details-v1', 'app: details, version: v1') + deployment('details-v1b', 'app: details, version: v1, track: b'),
      findings: [{
        severity: 'error',
        object: object('pa1'),
        path,
        message: 'select the same pods (Deployment production/details-v1 and Deployment production/details-v1b)',
        related: [object('pa4'), object('pa3')],
      }],
    },
    {
      name: 'several overlaps at once, each for itself',
      yaml: policy('a', 'app: api', STRICT) + policy('b', 'app: api', DISABLE) + policy('c', 'app: web', STRICT) + policy('d', 'app: web', DISABLE) + policy('e', 'app: db', STRICT)
        + policy('f', 'app: a, x: y', STRICT) + policy('g', 'app: a, x: y, z: w', DISABLE) + deployment('web', 'app: web') + deployment('db', 'app: db'),
      findings: [
        { severity: 'error', object: object('b'), path, related: [object('a')] },
        { severity: 'error', object: object('d'), path, message: '(Deployment production/web)', related: [object('c')] },
        { severity: 'warning', object: object('g'), path, related: [object('f')] },
      ],
    },
    {
      name: 'one of them is in the input twice, so that nobody knows what it says',
      yaml: policy('a', 'app: api', STRICT) + policy('a', 'app: api', 'mtls: { mode: PERMISSIVE }') + policy('b', 'app: api', DISABLE),
      findings: [{ severity: 'warning', object: object('b'), path, related: [object('a')] }],
    },
    {
      name: 'ports and labels are named in order',
      yaml: policy('a', 'version: v1, app: api', `${STRICT}, portLevelMtls: { 9090: { mode: DISABLE }, 8080: { mode: UNSET } }`) + policy('b', 'app: api, version: v1', DISABLE),
      findings: [{ severity: 'error', object: object('b'), path, message: '(app=api,version=v1: STRICT with port 8080 the inherited mode, port 9090 DISABLE)' }],
    },
    {
      name: 'ports that differ one by one, and not as a whole',
      yaml: policy('a', 'app: api', `${STRICT}, portLevelMtls: { 8080: { mode: DISABLE }, 9090: { mode: STRICT } }`)
        + policy('b', 'app: api', `${STRICT}, portLevelMtls: { 9090: { mode: DISABLE }, 8080: { mode: STRICT } }`),
      findings: [{ severity: 'error', object: object('b'), path }],
    },
    {
      name: 'ages say who wins',
      yaml: policy('a', 'app: api', STRICT, 'namespace: production, creationTimestamp: "2026-01-02T00:00:00Z"')
        + policy('b', 'app: api', DISABLE, 'namespace: production, creationTimestamp: "2026-01-01T00:00:00Z"'),
      findings: [{ severity: 'error', object: object('a'), path, message: 'only the oldest counts, that is PeerAuthentication production/b' }],
    },
  ],
  partial: [
    {
      name: 'the parent decides whether they differ, and is not in the input',
      yaml: policy('a', 'app: api', STRICT) + policy('b', 'app: api', port(8080, 'STRICT')),
      findings: [{ severity: 'warning', object: object('b'), path }],
    },
    {
      name: 'a chart without namespace',
      yaml: policy('a', 'app: api', STRICT, 'labels: {}') + policy('b', 'app: api', DISABLE, 'labels: {}'),
      findings: [{ severity: 'warning', object: 'PeerAuthentication b', path, related: ['PeerAuthentication a'] }],
    },
  ],
  twoMeshes: [{ name: 'each environment has its own', meshes: [policy('a', 'app: api', STRICT), policy('b', 'app: api', DISABLE)] }],
  falsePositives: [
    {
      name: 'Istio ignores selectors in the root namespace',
      yaml: policy('a', 'app: api', STRICT, 'namespace: istio-system') + policy('b', 'app: api', DISABLE, 'namespace: istio-system'),
    },
    {
      name: 'batch pods without a proxy that carry the labels of two policies',
      yaml: policy('api', 'app: api', STRICT) + policy('batch', 'kind: batch', DISABLE) + deployment('api', 'app: api, kind: batch', ', annotations: { sidecar.istio.io/inject: "false" }'),
    },
    {
      name: 'an ingress gateway whose labels two policies select',
      yaml: policy('gateway', 'istio: ingressgateway', STRICT) + policy('edge', 'app: edge', DISABLE)
        + deployment('edge', 'app: edge, istio: ingressgateway, sidecar.istio.io/inject: "true"', ', annotations: { inject.istio.io/templates: gateway }'),
    },
    {
      name: 'two control planes',
      yaml: policy('a', 'app: api', STRICT, 'namespace: production, labels: { istio.io/rev: "1-31" }') + policy('b', 'app: api', DISABLE, 'namespace: production, labels: { istio.io/rev: "1-32" }'),
    },
  ],
});

describe('what reaches the cluster together', () => {
  const found = (files: readonly [string, string], metadata = 'namespace: production') => {
    const manifests = [policy('a', 'app: api', STRICT, metadata), policy('b', 'app: api', DISABLE, metadata)]
      .flatMap((yaml, index) => manifestsOf(yaml).map((manifest) => ({ ...manifest, origin: { file: files[index] } })));
    const mesh = [...buildSnapshot(manifests).meshes.values()][0];
    return [...overlappingWorkloadPolicies.check({ mesh, problems: [], today: undefined })].map(({ severity, resource }) => `${severity} ${resource.name}`);
  };

  test('two folders may be alternatives', () => expect(found(['strict/api.yaml', 'open/api.yaml'])).toEqual(['warning b']));
  test('one folder', () => expect(found(['mesh/a.yaml', 'mesh/b.yaml'])).toEqual(['error b']));
  test('folders without namespace end up in different ones', () => expect(found(['strict/api.yaml', 'open/api.yaml'], 'labels: {}')).toEqual([]));
});
