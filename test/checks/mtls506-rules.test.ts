import { expectFindings, ExpectedFinding } from './support/check-table';
import { contextsOfManifests } from './support/contexts-of-manifests';
import { documented } from './support/documented';
import { policy, rule, service, serviceEntry, workload } from './support/traffic-manifests';
import { Example } from '../../src/checks/check';
import { undocumentedException } from '../../src/checks/mtls506-undocumented-exception';

const disable = (host = 'web', rest = 'tls: { mode: DISABLE }') => rule('production/web', host, rest);
const SERVICE = service('production/web', 'app: web', 'name: http, port: 80, targetPort: 8080', 'name: admin, port: 90, targetPort: 9090');
const meshed = workload('production/web', 'app: web, sidecar.istio.io/inject: "true"');
const PERMISSIVE = documented(policy('production/default', 'PERMISSIVE'));
const MESH = SERVICE + meshed + PERMISSIVE;
const complete = { complete: true };

const found: ExpectedFinding = {
  severity: 'warning',
  object: 'DestinationRule production/web',
  path: 'spec.trafficPolicy.tls.mode',
  message: 'DISABLE sends plaintext to web.production.svc.cluster.local though Deployment production/web would take mTLS, and lacks an owner, a reason and a review date',
  fix: 'add cdk8s-istio-mtls/owner, cdk8s-istio-mtls/reason and cdk8s-istio-mtls/review-by to metadata.annotations',
  related: ['Deployment production/web'],
};
const nobody: ExpectedFinding = { ...found, message: 'DISABLE sends plaintext to web.production.svc.cluster.local where auto mTLS would encrypt, and lacks', related: [] };

test.each<[string, Example]>([
  ['documented', { yaml: MESH + documented(disable()) }],
  ['another mode', { yaml: MESH + disable('web', 'tls: { mode: ISTIO_MUTUAL }') }],
  ['no mode, which is MTLS501', { yaml: MESH + disable('web', 'tls: {}') }],
  ['no auto mTLS to switch off', { yaml: MESH + disable(), profile: { autoMtls: false } }],
  ['pods that take plaintext only', { yaml: SERVICE + meshed + documented(policy('production/default', 'DISABLE')) + disable() }],
  ['pods without a proxy', { yaml: SERVICE + workload('production/web', 'app: web, sidecar.istio.io/inject: "false"') + PERMISSIVE + disable() }],
  ['ambient pods, which get HBONE anyway', { yaml: SERVICE + workload('production/web', 'app: web, istio.io/dataplane-mode: ambient') + PERMISSIVE + disable() }],
  ['a gateway', { yaml: SERVICE + workload('production/web', 'app: web', { annotations: 'inject.istio.io/templates: gateway' }) + PERMISSIVE + disable(), profile: { dataPlane: 'sidecar' } }],
  ['pods of which nothing is known', { yaml: SERVICE + disable() }],
  ['a sidecar that only the profile says', { yaml: SERVICE + workload('production/web', 'app: web') + PERMISSIVE + disable(), profile: { dataPlane: 'sidecar' } }],
  ['a mode that is not in the input', { yaml: SERVICE + meshed + disable() }],
  ['the ports that take mTLS keep it', {
    yaml: SERVICE + meshed + PERMISSIVE + documented(policy('production/web', 'STRICT', { labels: 'app: web', ports: '9090: DISABLE' }))
      + disable('web', 'portLevelSettings: [{ port: { number: 90 }, tls: { mode: DISABLE } }]'),
  }],
  ['a Service outside the cluster', { yaml: SERVICE.replace('spec: {', 'spec: { type: ExternalName, externalName: api.example,') + meshed + PERMISSIVE + disable() }],
  ['a host outside the mesh, on complete input', { yaml: serviceEntry('production/api', 'api.example') + disable('api.example'), profile: complete }],
  ['a host that nobody knows, on complete input', { yaml: disable('api.example'), profile: complete }],
  ['an external host of the form of a Service', { yaml: serviceEntry('production/api', 'web.production.svc.cluster.local') + disable(), profile: complete }],
  ['a namespace with a policy that says DISABLE', { yaml: documented(policy('production/api', 'STRICT', { labels: 'app: api', ports: '8080: DISABLE' }), { workloadPort: 8080 }) + disable(), profile: complete }],
  ['a mesh that says DISABLE', { yaml: documented(policy('istio-system/default', 'DISABLE')) + disable(), profile: complete }],
  ['a namespace without a proxy', { yaml: workload('production/a', 'app: a, sidecar.istio.io/inject: "false"') + disable(), profile: complete }],
  ['all hosts, of which one says DISABLE', { yaml: documented(policy('production/web', 'DISABLE', { labels: 'app: web' })) + disable('*.svc.cluster.local'), profile: complete }],
  ['all hosts, where no proxy runs', { yaml: workload('production/a', 'app: a, sidecar.istio.io/inject: "false"') + disable('*'), profile: complete }],
  ['a host that is not in the input', { yaml: disable() }],
  ['all hosts', { yaml: disable('*.local') }],
])('no exception: %s', (_, example) => expectFindings(undocumentedException, example, []));

test.each<[string, Example, ExpectedFinding]>([
  ['to pods that take mTLS', { yaml: MESH + disable() }, found],
  ['at one of its ports', { yaml: MESH + disable('web', 'portLevelSettings: [{ port: { number: 90 }, tls: { mode: DISABLE } }]') }, { ...found, path: 'spec.trafficPolicy.portLevelSettings[0].tls.mode' }],
  ['at all ports but one', {
    yaml: MESH + disable('web', 'tls: { mode: DISABLE }, portLevelSettings: [{ port: { number: 90 }, tls: { mode: ISTIO_MUTUAL } }]'),
  }, found],
  ['to some of its pods', { yaml: MESH + workload('production/old', 'app: web, sidecar.istio.io/inject: "false"') + disable() }, found],
  ['to a sidecar that only the profile says, on complete input', {
    yaml: SERVICE + workload('production/web', 'app: web') + PERMISSIVE + disable(), profile: { dataPlane: 'sidecar', complete: true },
  }, found],
  ['to a host of the cluster, on complete input', { yaml: disable(), profile: complete }, nobody],
  ['to a namespace, on complete input', { yaml: meshed + disable('*.production.svc.cluster.local'), profile: complete }, { ...nobody, message: 'to *.production.svc.cluster.local where' }],
  ['to all hosts, on complete input', { yaml: meshed + disable('*.local'), profile: complete }, { ...nobody, message: 'to *.local where' }],
  ['a date that is none', { yaml: MESH + documented(disable(), { reviewBy: 'soon' }) }, { ...found, message: 'and lacks a review date', fix: 'add cdk8s-istio-mtls/review-by to' }],
])('an exception: %s', (_, example, expected) => expectFindings(undocumentedException, example, [expected]));

test('what the cluster has already, and patches, are for others to document', () => {
  const spec = { host: 'web', trafficPolicy: { tls: { mode: 'DISABLE' } } };
  const object = { apiVersion: 'networking.istio.io/v1', kind: 'DestinationRule', metadata: { name: 'web', namespace: 'production' }, spec };
  const observe = (manifest: object) =>
    contextsOfManifests([{ object, ...manifest }], complete).flatMap((context) => [...undocumentedException.check(context)]).length;
  expect([observe({}), observe({ context: true }), observe({ origin: { file: 'a.yaml' }, object: { ...object, $patch: 'replace' } })]).toEqual([1, 0, 0]);
});
