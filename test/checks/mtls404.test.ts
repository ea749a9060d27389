import { checkTable } from './support/check-table';
import { headless, namespace, policy, rule, service, workload } from './support/traffic-manifests';
import { strictHiddenByParent } from '../../src/checks/mtls404-strict-hidden-by-parent';

const MUTUAL = 'tls: { mode: ISTIO_MUTUAL }';
const HTTP = 'name: http, port: 80, targetPort: 8080';
const HOST = 'payments.production.svc.cluster.local';

const production = namespace('production');
const disabled = policy('production/default', 'DISABLE');
const strict = policy('production/payments', 'STRICT', { labels: 'app: payments' });
const payments = service('production/payments', 'app: payments', HTTP) + workload('production/payments', 'app: payments');
const object = 'PeerAuthentication production/payments';
const path = 'spec.mtls.mode';
const COMPLETE = { complete: true };

checkTable(strictHiddenByParent, {
  valid: [
    { name: 'the parent is PERMISSIVE', yaml: production + policy('production/default', 'PERMISSIVE') + strict + payments },
    { name: 'the parent is not known', yaml: production + strict + payments },
    { name: 'the child is PERMISSIVE', yaml: production + disabled + policy('production/payments', 'PERMISSIVE', { labels: 'app: payments' }) + payments },
    { name: 'a namespace that says otherwise than its mesh', yaml: policy('istio-system/default', 'DISABLE') + policy('production/default', 'STRICT') },
    { name: 'a rule for the workload', yaml: production + disabled + strict + payments + rule('production/payments', 'payments', MUTUAL) },
    { name: 'a rule for the namespace', yaml: production + disabled + strict + payments + rule('production/default', '*.production.svc.cluster.local', MUTUAL) },
    { name: 'a rule of the root namespace for all', yaml: production + disabled + strict + payments + rule('istio-system/default', '*.local', MUTUAL) },
    { name: 'a rule that makes clients send plaintext is another cause', yaml: production + disabled + strict + payments + rule('production/payments', 'payments', 'tls: { mode: DISABLE }') },
    { name: 'the workload has no proxy', yaml: production + disabled + strict + service('production/payments', 'app: payments', HTTP) + workload('production/payments', 'app: payments, sidecar.istio.io/inject: "false"'), profile: { dataPlane: 'sidecar' } },
    { name: 'without auto mTLS the parent is not asked', yaml: production + disabled + strict + payments, profile: { autoMtls: false } },
  ],
  invalid: [
    {
      name: 'a namespace, everything known',
      yaml: production + disabled + strict + payments,
      profile: COMPLETE,
      findings: [{
        severity: 'error',
        object,
        path,
        message: 'PeerAuthentication production/default says DISABLE for namespace production, so clients send plaintext, which STRICT at app=payments (Deployment production/payments) refuses',
        fix: `add a rule with tls.mode ISTIO_MUTUAL for ${HOST}, or let PeerAuthentication production/default say PERMISSIVE`,
        related: ['PeerAuthentication production/default'],
      }],
    },
    {
      name: 'the mesh, and one port',
      yaml: production + policy('istio-system/default', 'DISABLE') + policy('production/payments', 'UNSET', { labels: 'app: payments', ports: '8080: STRICT' }) + payments,
      profile: COMPLETE,
      findings: [{
        severity: 'error',
        object,
        path: 'spec.portLevelMtls.8080.mode',
        message: 'PeerAuthentication istio-system/default says DISABLE for the whole mesh, so clients send plaintext, which STRICT at port 8080 of app=payments (Deployment production/payments) refuses',
        related: ['PeerAuthentication istio-system/default'],
      }],
    },
    {
      name: 'the profile knows the mesh mode',
      yaml: production + strict + payments,
      profile: { ...COMPLETE, meshMode: 'DISABLE' },
      findings: [{ severity: 'error', object, path, message: 'the profile says DISABLE for the whole mesh', related: [] }],
    },
    {
      name: 'a rule that says nothing about TLS',
      yaml: production + disabled + strict + payments + rule('production/payments', 'payments', 'loadBalancer: { simple: RANDOM }'),
      profile: COMPLETE,
      findings: [{ severity: 'error', object, path }],
    },
    {
      name: 'a rule that other namespaces do not see',
      yaml: production + namespace('shop') + disabled + strict + payments + rule('production/payments', 'payments', MUTUAL, 'exportTo: ["."]'),
      profile: COMPLETE,
      findings: [{ severity: 'error', object, path }],
    },
    {
      name: 'a headless Service',
      yaml: production + disabled + strict + headless('production/payments', 'app: payments', HTTP) + workload('production/payments', 'app: payments'),
      profile: COMPLETE,
      findings: [{ severity: 'error', object, path }],
    },
    {
      name: 'which policy holds depends on age',
      yaml: production + disabled + policy('production/open', 'PERMISSIVE') + strict + payments,
      profile: COMPLETE,
      findings: [{ severity: 'warning', object, path }],
    },
    {
      name: 'one finding for two Services of one policy',
      yaml: production + disabled + strict + payments + service('production/also', 'app: payments', HTTP),
      profile: COMPLETE,
      findings: [{ severity: 'error', object, path, fix: `for also.production.svc.cluster.local and ${HOST}, or` }],
    },
  ],
  partial: [
    {
      name: 'everything known, but rules may be elsewhere',
      yaml: production + disabled + strict + payments,
      findings: [{ severity: 'warning', object, path }],
    },
    {
      name: 'a rule that is known to be in use, but on partial input',
      yaml: production + disabled + strict + payments + rule('production/payments', 'payments', 'loadBalancer: { simple: RANDOM }'),
      findings: [{ severity: 'warning', object, path }],
    },
    {
      name: 'policies alone',
      yaml: disabled + strict,
      findings: [{ severity: 'warning', object, path, message: 'which STRICT at app=payments refuses', fix: 'for the Service of app=payments, or' }],
    },
    { name: 'policies, and a rule for a host of the same name', yaml: disabled + strict + rule('production/payments', HOST, MUTUAL) },
    { name: 'policies, and a rule for a host that may be theirs', yaml: disabled + strict + rule('production/billing', 'billing', MUTUAL) },
    { name: 'on complete input the policy selects nothing', yaml: disabled + strict, profile: COMPLETE },
  ],
  twoMeshes: [{ name: 'each environment has its own', meshes: [production + disabled, production + strict + payments] }],
  falsePositives: [
    {
      name: 'ambient workloads, to which DISABLE means PERMISSIVE and clients tunnel',
      yaml: namespace('client') + namespace('production', 'istio.io/dataplane-mode: ambient') + disabled + strict + payments,
      profile: COMPLETE,
    },
    {
      name: 'a migration in which the parent of the first STRICT workload is PERMISSIVE',
      yaml: production + policy('istio-system/default', 'PERMISSIVE') + strict + payments,
      profile: COMPLETE,
    },
    {
      name: 'a gateway, whose servers take what they say',
      yaml: namespace('istio-system') + policy('edge/default', 'DISABLE') + policy('edge/gateway', 'STRICT', { labels: 'istio: ingress' }) + service('edge/gateway', 'istio: ingress', HTTP)
        + workload('edge/gateway', 'istio: ingress, sidecar.istio.io/inject: "true"', { annotations: 'inject.istio.io/templates: gateway' }),
    },
  ],
});
