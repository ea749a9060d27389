import { checkTable, ExpectedFinding } from './support/check-table';
import { namespace, policy, workload } from './support/traffic-manifests';
import { ambientWorkloadOpensUp } from '../../src/checks/mtls604-ambient-workload-opens-up';

const AMBIENT = namespace('production', 'istio.io/dataplane-mode: ambient');
const STRICT = policy('istio-system/default', 'STRICT');
const MODELESS = policy('production/default', 'UNSET');
const web = workload('production/web', 'app: web');
const ports = (mode: string, entries: string) => policy('production/web', mode, { labels: 'app: web', ports: entries });

const found: ExpectedFinding = {
  severity: 'warning',
  object: 'PeerAuthentication production/web',
  path: 'spec.portLevelMtls',
  message: 'the exception for port 8443 opens every port of Deployment production/web, which is ambient: below PeerAuthentication production/default',
  fix: 'write mtls.mode: STRICT in this policy',
  related: ['PeerAuthentication istio-system/default', 'PeerAuthentication production/default', 'Deployment production/web'],
};

checkTable(ambientWorkloadOpensUp, {
  valid: [
    { name: 'STRICT of its own', yaml: AMBIENT + web + STRICT + MODELESS + ports('STRICT', '8443: PERMISSIVE') },
    { name: 'no policy for the namespace', yaml: AMBIENT + web + STRICT + ports('UNSET', '8443: PERMISSIVE') },
    { name: 'a namespace policy with a mode', yaml: AMBIENT + web + STRICT + policy('production/default', 'STRICT') + ports('UNSET', '8443: PERMISSIVE') },
    { name: 'the exception is ignored, which is MTLS602', yaml: AMBIENT + web + STRICT + MODELESS + ports('UNSET', '8443: DISABLE') },
    { name: 'one port is lost, which is MTLS603', yaml: AMBIENT + web + STRICT + MODELESS + ports('PERMISSIVE', '8443: STRICT') },
    { name: 'nothing STRICT is inherited', yaml: AMBIENT + web + policy('istio-system/default', 'PERMISSIVE') + MODELESS + ports('UNSET', '8443: PERMISSIVE') },
  ],
  invalid: [
    { name: 'below a namespace policy without a mode', yaml: AMBIENT + web + STRICT + MODELESS + ports('UNSET', '8443: PERMISSIVE'), findings: [found] },
    {
      name: 'below one with an empty selector, though it says STRICT',
      yaml: AMBIENT + web + policy('production/default', 'STRICT').replace('spec: { ', 'spec: { selector: {}, ') + ports('UNSET', '8443: PERMISSIVE'),
      findings: [{ ...found, related: ['PeerAuthentication production/default', 'Deployment production/web'] }],
    },
    {
      name: 'several ports and pods that the input does not show',
      yaml: AMBIENT + STRICT + MODELESS + ports('UNSET', '9090: STRICT,8443: PERMISSIVE'),
      findings: [{
        ...found,
        message: 'for port 8443 and 9090 opens every port of its pods in production, which are ambient',
        related: ['PeerAuthentication istio-system/default', 'PeerAuthentication production/default'],
      }],
    },
  ],
  partial: [
    { name: 'nobody says what the mesh is', yaml: AMBIENT + web + MODELESS + ports('UNSET', '8443: PERMISSIVE') },
    { name: 'nobody says what runs there', yaml: web + STRICT + MODELESS + ports('UNSET', '8443: PERMISSIVE') },
  ],
  twoMeshes: [{ name: 'STRICT in one, the exception in the other', meshes: [AMBIENT + STRICT, AMBIENT + web + MODELESS + ports('UNSET', '8443: PERMISSIVE')] }],
  falsePositives: [
    { name: 'a webhook of a workload with a sidecar', yaml: namespace('production') + web + STRICT + MODELESS + ports('UNSET', '8443: PERMISSIVE') },
  ],
});
