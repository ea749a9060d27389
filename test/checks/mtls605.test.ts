import { checkTable, ExpectedFinding } from './support/check-table';
import { namespace, policy, workload } from './support/traffic-manifests';
import { mixedDataPlanes } from '../../src/checks/mtls605-mixed-data-planes';

const AMBIENT = namespace('production', 'istio.io/dataplane-mode: ambient');
const old = workload('production/old', 'app: web, sidecar.istio.io/inject: "true"');
const moved = workload('production/moved', 'app: web');
const ports = (mode: string, entries?: string) => policy('production/web', mode, { labels: 'app: web', ports: entries });

const found: ExpectedFinding = {
  severity: 'warning',
  object: 'PeerAuthentication production/web',
  path: 'spec.mtls.mode',
  message: 'the policy means DISABLE for Deployment production/old with a sidecar, and PERMISSIVE for Deployment production/moved, which is ambient',
  fix: 'write a mode that means the same for both',
  related: ['Deployment production/old', 'Deployment production/moved'],
};

checkTable(mixedDataPlanes, {
  valid: [
    { name: 'STRICT means the same', yaml: AMBIENT + old + moved + ports('STRICT') },
    { name: 'so does PERMISSIVE at a port', yaml: AMBIENT + old + moved + ports('STRICT', '8080: PERMISSIVE') },
    { name: 'sidecars alone', yaml: namespace('production') + old + moved + ports('DISABLE') },
    { name: 'ambient pods alone', yaml: AMBIENT + moved + ports('DISABLE') },
    { name: 'a policy for the namespace, which is MTLS601', yaml: AMBIENT + old + moved + policy('production/default', 'DISABLE') },
    { name: 'which of two policies counts is not known', yaml: AMBIENT + old + moved + ports('DISABLE') + policy('production/web2', 'STRICT', { labels: 'app: web' }) },
    {
      name: 'pods outside the mesh, and gateways, are neither',
      yaml: AMBIENT + moved + workload('production/out', 'app: web, istio.io/dataplane-mode: none')
        + workload('production/gateway', 'app: web, sidecar.istio.io/inject: "true"', { annotations: 'inject.istio.io/templates: gateway' }) + ports('DISABLE'),
    },
  ],
  invalid: [
    { name: 'DISABLE', yaml: AMBIENT + old + moved + ports('DISABLE'), findings: [found] },
    {
      name: 'DISABLE for ports',
      yaml: AMBIENT + old + moved + ports('STRICT', '9090: DISABLE,8080: DISABLE,8443: PERMISSIVE'),
      findings: [{ ...found, path: 'spec.portLevelMtls.8080.mode', message: 'the policy for port 8080 and 9090 means DISABLE for Deployment production/old' }],
    },
    {
      name: 'a mesh policy that only sidecars see',
      yaml: AMBIENT + old + moved + policy('istio-system/default', 'STRICT').replace('spec: { ', 'spec: { selector: {}, ') + ports('UNSET', '8080: PERMISSIVE'),
      findings: [{ ...found, message: 'the policy means STRICT for Deployment production/old with a sidecar, and PERMISSIVE for' }],
    },
    {
      name: 'several pods of each kind',
      yaml: AMBIENT + old + moved + workload('production/api', 'app: web') + ports('DISABLE'),
      findings: [{
        ...found,
        message: 'PERMISSIVE for Deployment production/api and Deployment production/moved, which are ambient',
        related: ['Deployment production/old', 'Deployment production/api', 'Deployment production/moved'],
      }],
    },
  ],
  partial: [{ name: 'nobody says what the other pods are', yaml: old + moved + ports('DISABLE') }],
  twoMeshes: [{ name: 'sidecars in one, ambient in the other', meshes: [namespace('production') + old + ports('DISABLE'), AMBIENT + moved + ports('PERMISSIVE')] }],
  falsePositives: [{ name: 'a namespace half moved to ambient under STRICT', yaml: AMBIENT + old + moved + policy('production/default', 'STRICT') + ports('STRICT') }],
});
