import { checkTable, ExpectedFinding } from './support/check-table';
import { namespace, policy, workload } from './support/traffic-manifests';
import { ambientDisablePortIgnored } from '../../src/checks/mtls602-ambient-disable-port-ignored';

const AMBIENT = namespace('production', 'istio.io/dataplane-mode: ambient');
const STRICT = policy('production/default', 'STRICT');
const web = workload('production/web', 'app: web');
const ports = (mode: string, entries: string) => policy('production/web', mode, { labels: 'app: web', ports: entries });

const found: ExpectedFinding = {
  severity: 'warning',
  object: 'PeerAuthentication production/web',
  path: 'spec.portLevelMtls.8080.mode',
  message: 'DISABLE for port 8080 is ignored for Deployment production/web, which is ambient: STRICT of PeerAuthentication production/default stays',
  fix: 'write PERMISSIVE for port 8080',
  related: ['PeerAuthentication production/default', 'Deployment production/web'],
};

checkTable(ambientDisablePortIgnored, {
  valid: [
    { name: 'PERMISSIVE', yaml: AMBIENT + web + STRICT + ports('UNSET', '8080: PERMISSIVE') },
    { name: 'a PERMISSIVE port beside it makes both work', yaml: AMBIENT + web + STRICT + ports('UNSET', '8080: DISABLE,9090: PERMISSIVE') },
    { name: 'STRICT of its own makes it work', yaml: AMBIENT + web + STRICT + ports('STRICT', '8080: DISABLE') },
    { name: 'nothing STRICT is inherited', yaml: AMBIENT + web + policy('production/default', 'PERMISSIVE') + ports('UNSET', '8080: DISABLE') },
    { name: 'a policy without ports', yaml: AMBIENT + web + STRICT },
    {
      name: 'a STRICT port that stays STRICT',
      yaml: AMBIENT + web + policy('production/default', 'PERMISSIVE') + ports('UNSET', '8080: STRICT'),
    },
  ],
  invalid: [
    { name: 'STRICT from the namespace', yaml: AMBIENT + web + STRICT + ports('UNSET', '8080: DISABLE'), findings: [found] },
    {
      name: 'STRICT from the mesh',
      yaml: AMBIENT + web + policy('istio-system/default', 'STRICT') + ports('UNSET', '8080: DISABLE'),
      findings: [{ ...found, message: 'STRICT of PeerAuthentication istio-system/default stays', related: ['PeerAuthentication istio-system/default', 'Deployment production/web'] }],
    },
    {
      name: 'STRICT from the profile',
      yaml: AMBIENT + web + ports('UNSET', '8080: DISABLE'),
      profile: { meshMode: 'STRICT' },
      findings: [{ ...found, message: 'which is ambient: STRICT stays, and plaintext is dropped', related: ['Deployment production/web'] }],
    },
    {
      name: 'several ports and workloads, in one finding',
      yaml: AMBIENT + web + workload('production/api', 'app: web, tier: api') + STRICT + ports('UNSET', '9090: DISABLE,8080: DISABLE,8443: STRICT'),
      findings: [{
        ...found,
        message: 'DISABLE for port 8080 and 9090 is ignored for Deployment production/api and Deployment production/web, which are ambient',
        fix: 'write PERMISSIVE for port 8080 and 9090',
        related: ['PeerAuthentication production/default', 'Deployment production/api', 'Deployment production/web'],
      }],
    },
    {
      name: 'pods that the input does not show',
      yaml: AMBIENT + STRICT + ports('UNSET', '8080: DISABLE'),
      findings: [{ ...found, message: 'for its pods in production, which are ambient', related: ['PeerAuthentication production/default'] }],
    },
  ],
  partial: [
    { name: 'nobody says what is inherited', yaml: AMBIENT + web + ports('UNSET', '8080: DISABLE') },
    { name: 'nobody says what runs there', yaml: web + STRICT + ports('UNSET', '8080: DISABLE') },
  ],
  twoMeshes: [{ name: 'STRICT in one, the exception in the other', meshes: [AMBIENT + web + STRICT, AMBIENT + web + ports('UNSET', '8080: DISABLE')] }],
  falsePositives: [{ name: 'a legacy port of a workload with a sidecar', yaml: namespace('production') + web + STRICT + ports('UNSET', '8080: DISABLE') }],
});
