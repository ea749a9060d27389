import { checkTable, ExpectedFinding } from './support/check-table';
import { namespace, policy, workload } from './support/traffic-manifests';
import { ambientDisableIsPermissive } from '../../src/checks/mtls601-ambient-disable-is-permissive';

const AMBIENT = namespace('production', 'istio.io/dataplane-mode: ambient');
const web = workload('production/web', 'app: web');

const found: ExpectedFinding = {
  severity: 'warning',
  object: 'PeerAuthentication production/web',
  path: 'spec.mtls.mode',
  message: 'DISABLE means PERMISSIVE for Deployment production/web, which is ambient',
  fix: 'write PERMISSIVE instead of DISABLE',
  related: ['Deployment production/web'],
};
const ofNamespace: ExpectedFinding = { ...found, object: 'PeerAuthentication production/default', fix: 'if no pods with sidecars depend on it' };

checkTable(ambientDisableIsPermissive, {
  valid: [
    { name: 'PERMISSIVE', yaml: AMBIENT + web + policy('production/web', 'PERMISSIVE', { labels: 'app: web' }) },
    { name: 'STRICT with a PERMISSIVE port', yaml: AMBIENT + web + policy('production/web', 'STRICT', { labels: 'app: web', ports: '8080: PERMISSIVE' }) },
    {
      name: 'a port that stays STRICT, which is MTLS602',
      yaml: AMBIENT + web + policy('production/default', 'STRICT') + policy('production/web', 'UNSET', { labels: 'app: web', ports: '8080: DISABLE' }),
    },
    {
      name: 'every workload has another policy',
      yaml: workload('production/web', 'app: web, istio.io/dataplane-mode: ambient') + policy('production/default', 'DISABLE')
        + policy('production/web', 'STRICT', { labels: 'app: web' }),
    },
    {
      name: 'a workload that all ports of are open anyway, which is MTLS604',
      yaml: AMBIENT + web + policy('istio-system/default', 'STRICT') + policy('production/default', 'UNSET')
        + policy('production/web', 'UNSET', { labels: 'app: web', ports: '8080: DISABLE,9090: PERMISSIVE' }),
    },
    { name: 'the profile says the mode of the mesh', yaml: AMBIENT + web, profile: { meshMode: 'DISABLE' } },
    { name: 'which of two policies counts is not known', yaml: AMBIENT + web + policy('production/a', 'DISABLE') + policy('production/b', 'STRICT') },
    {
      name: 'a waypoint, which answers by its own listeners',
      yaml: AMBIENT + workload('production/waypoint', 'app: waypoint, gateway.istio.io/managed: istio.io-mesh-controller')
        + policy('production/default', 'STRICT') + policy('production/waypoint', 'DISABLE', { labels: 'app: waypoint' }),
    },
  ],
  invalid: [
    { name: 'a workload policy', yaml: AMBIENT + web + policy('production/web', 'DISABLE', { labels: 'app: web' }), findings: [found] },
    {
      name: 'by the label of the pods alone',
      yaml: workload('production/web', 'app: web, istio.io/dataplane-mode: ambient') + policy('production/web', 'DISABLE', { labels: 'app: web' }),
      findings: [found],
    },
    {
      name: 'ports in one finding',
      yaml: AMBIENT + web + policy('production/web', 'STRICT', { labels: 'app: web', ports: '9090: DISABLE,8080: DISABLE,8443: PERMISSIVE' }),
      findings: [{ ...found, path: 'spec.portLevelMtls', message: 'port 8080 DISABLE and port 9090 DISABLE mean PERMISSIVE' }],
    },
    {
      name: 'one port',
      yaml: AMBIENT + web + policy('production/web', 'STRICT', { labels: 'app: web', ports: '8080: DISABLE' }),
      findings: [{ ...found, path: 'spec.portLevelMtls.8080.mode', message: 'port 8080 DISABLE means PERMISSIVE' }],
    },
    {
      name: 'the whole and a port',
      yaml: AMBIENT + web + policy('production/web', 'DISABLE', { labels: 'app: web', ports: '8080: DISABLE' }),
      findings: [{ ...found, message: 'DISABLE and port 8080 DISABLE' }],
    },
    {
      name: 'a namespace policy and two workloads, in one finding',
      yaml: AMBIENT + web + workload('production/api', 'app: api') + policy('production/default', 'DISABLE'),
      findings: [{
        ...ofNamespace,
        message: 'for Deployment production/api and Deployment production/web, which are ambient',
        related: ['Deployment production/api', 'Deployment production/web'],
      }],
    },
    {
      name: 'the mesh policy',
      yaml: AMBIENT + web + policy('istio-system/default', 'DISABLE'),
      findings: [{ ...ofNamespace, object: 'PeerAuthentication istio-system/default' }],
    },
    {
      name: 'the mesh policy, and a namespace of which no pods are known',
      yaml: AMBIENT + policy('istio-system/default', 'DISABLE'),
      findings: [{ ...ofNamespace, object: 'PeerAuthentication istio-system/default', message: 'DISABLE means PERMISSIVE for the ambient pods of the mesh', related: [] }],
    },
    {
      name: 'a namespace policy, and no pods',
      yaml: AMBIENT + policy('production/default', 'DISABLE'),
      findings: [{ ...ofNamespace, message: 'for the ambient pods of namespace production', related: [] }],
    },
    {
      name: 'pods that the input does not show, in an ambient namespace',
      yaml: AMBIENT + web + policy('production/web', 'DISABLE', { labels: 'app: api' }),
      findings: [{ ...found, message: 'for its pods in production, which are ambient', related: [] }],
    },
    {
      name: 'a profile that says ambient',
      yaml: policy('production/web', 'DISABLE', { labels: 'app: api' }),
      profile: { dataPlane: 'ambient' },
      findings: [{ ...found, related: [], message: 'its pods in production' }],
    },
  ],
  partial: [
    { name: 'nobody says what runs there', yaml: policy('production/web', 'DISABLE', { labels: 'app: web' }) + web },
    { name: 'pods of an unknown namespace', yaml: policy('web', 'DISABLE', { labels: 'app: web' }) + workload('web', 'app: web, istio.io/dataplane-mode: ambient') },
    { name: 'policies of an unknown namespace, and a profile that says ambient', yaml: policy('web', 'DISABLE', { labels: 'app: web' }), profile: { dataPlane: 'ambient' } },
  ],
  twoMeshes: [{ name: 'DISABLE for sidecars in one, ambient in the other', meshes: [policy('production/web', 'DISABLE', { labels: 'app: web' }), AMBIENT + web] }],
  falsePositives: [
    {
      name: 'an exception for a workload with a sidecar, beside an ambient namespace',
      yaml: AMBIENT + namespace('legacy') + workload('legacy/web', 'app: web') + policy('legacy/web', 'DISABLE', { labels: 'app: web' }),
    },
    {
      name: 'a workload that opted out of an ambient namespace',
      yaml: AMBIENT + workload('production/web', 'app: web, istio.io/dataplane-mode: none') + policy('production/web', 'DISABLE', { labels: 'app: web' }),
    },
  ],
});
