import { checkTable, ExpectedFinding } from './support/check-table';
import { namespace, policy, workload } from './support/traffic-manifests';
import { ambientStrictPortLost } from '../../src/checks/mtls603-ambient-strict-port-lost';

const AMBIENT = namespace('production', 'istio.io/dataplane-mode: ambient');
const STRICT = policy('istio-system/default', 'STRICT');
const web = workload('production/web', 'app: web');
const ports = (mode: string, entries: string) => policy('production/web', mode, { labels: 'app: web', ports: entries });

const found: ExpectedFinding = {
  severity: 'warning',
  object: 'PeerAuthentication production/web',
  path: 'spec.portLevelMtls.8443.mode',
  message: 'STRICT for port 8443 is lost for Deployment production/web, which is ambient',
  fix: 'add a PeerAuthentication without selector to namespace production, with mtls.mode: STRICT',
  related: ['PeerAuthentication istio-system/default', 'Deployment production/web'],
};

checkTable(ambientStrictPortLost, {
  valid: [
    { name: 'the namespace says STRICT', yaml: AMBIENT + web + STRICT + policy('production/default', 'STRICT') + ports('PERMISSIVE', '8443: STRICT') },
    { name: 'the namespace says PERMISSIVE', yaml: AMBIENT + web + STRICT + policy('production/default', 'PERMISSIVE') + ports('DISABLE', '8443: STRICT') },
    { name: 'the mesh says PERMISSIVE', yaml: AMBIENT + web + policy('istio-system/default', 'PERMISSIVE') + ports('PERMISSIVE', '8443: STRICT') },
    { name: 'no port is STRICT', yaml: AMBIENT + web + STRICT + ports('PERMISSIVE', '8443: DISABLE') },
    {
      name: 'no mode of its own: all ports are open, which is MTLS604',
      yaml: AMBIENT + web + STRICT + policy('production/default', 'UNSET') + ports('UNSET', '8443: STRICT,9443: PERMISSIVE'),
    },
  ],
  invalid: [
    { name: 'no policy for the namespace', yaml: AMBIENT + web + STRICT + ports('PERMISSIVE', '8443: STRICT'), findings: [found] },
    {
      name: 'a namespace policy without a mode, under DISABLE',
      yaml: AMBIENT + web + STRICT + policy('production/default', 'UNSET') + ports('DISABLE', '8443: STRICT,9443: STRICT'),
      findings: [{
        ...found,
        message: 'STRICT for port 8443 and 9443 is lost',
        fix: 'write mtls.mode: STRICT in PeerAuthentication production/default',
        related: ['PeerAuthentication istio-system/default', 'PeerAuthentication production/default', 'Deployment production/web'],
      }],
    },
    {
      name: 'STRICT from the profile, and pods that the input does not show',
      yaml: AMBIENT + ports('PERMISSIVE', '8443: STRICT'),
      profile: { meshMode: 'STRICT' },
      findings: [{ ...found, message: 'for its pods in production, which are ambient', related: [] }],
    },
  ],
  partial: [
    { name: 'nobody says what the mesh is', yaml: AMBIENT + web + ports('PERMISSIVE', '8443: STRICT') },
    { name: 'nobody says what runs there', yaml: web + STRICT + ports('PERMISSIVE', '8443: STRICT') },
  ],
  twoMeshes: [{ name: 'STRICT in one, the ports in the other', meshes: [AMBIENT + STRICT, AMBIENT + web + ports('PERMISSIVE', '8443: STRICT')] }],
  falsePositives: [{ name: 'a migration, port by port, of a workload with a sidecar', yaml: namespace('production') + web + STRICT + ports('PERMISSIVE', '8443: STRICT') }],
});
