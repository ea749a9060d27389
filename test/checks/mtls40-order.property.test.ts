import * as fc from 'fast-check';
import { manifestsOf } from './support/mesh-of';
import { headless, namespace, policy, rule, service, workload } from './support/traffic-manifests';
import { CHECKS } from '../../src/checks/registry';
import { evaluate } from '../../src/findings/evaluate';
import { buildSnapshot } from '../../src/istio/model/build-snapshot';

const HTTP = 'name: http, port: 80, targetPort: 8080';
const MUTUAL = 'tls: { mode: ISTIO_MUTUAL }';

/** Two namespaces with a conflict of every kind. */
const yaml = [
  namespace('production'),
  namespace('staging'),
  policy('istio-system/default', 'DISABLE'),
  policy('production/default', 'STRICT'),
  policy('production/other', 'PERMISSIVE'),
  policy('production/api', 'STRICT', { labels: 'app: api' }),
  policy('production/api-ports', 'STRICT', { labels: 'app: api', ports: '8080: DISABLE' }),
  policy('staging/web', 'STRICT', { labels: 'app: web' }),
  policy('production/broker', 'DISABLE', { labels: 'app: broker' }),
  policy('production/legacy', 'DISABLE', { labels: 'app: legacy' }),
  ...['production/api', 'production/web', 'staging/web'].flatMap((path) => {
    const labels = `app: ${path.split('/')[1]}`;
    return [service(path, labels, HTTP), workload(path, labels)];
  }),
  headless('production/broker', 'app: broker', HTTP),
  workload('production/broker', 'app: broker'),
  rule('production/default', '*.production.svc.cluster.local', MUTUAL),
  rule('production/web', 'web', 'tls: { mode: DISABLE }'),
  rule('production/web-too', 'web', MUTUAL),
  rule('production/broker', 'broker', 'loadBalancer: { simple: RANDOM }'),
  rule('staging/api', 'api.production.svc.cluster.local', 'tls: { mode: SIMPLE }'),
].join('');

const checks = CHECKS.filter(({ id }) => /^MTLS(30|40)/.test(id));
const findings = (manifests: ReturnType<typeof manifestsOf>) => evaluate(buildSnapshot(manifests), { checks }).findings;

test('the order of the input changes nothing', () => {
  const manifests = manifestsOf(yaml);
  const expected = findings(manifests);
  expect([...new Set(expected.map(({ id }) => id))].sort()).toEqual(['MTLS301', 'MTLS302', 'MTLS303', 'MTLS401', 'MTLS402', 'MTLS403', 'MTLS404', 'MTLS405']);
  const shuffled = fc.shuffledSubarray(manifests, { minLength: manifests.length });
  fc.assert(fc.property(shuffled, (others) => expect(findings(others)).toEqual(expected)), { numRuns: 1000 });
});
