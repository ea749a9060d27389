import { checkTable } from './support/check-table';
import { workloadOutsideMesh } from '../../src/checks/mtls205-workload-outside-mesh';

const policy = (spec: string, namespace = 'production') => `---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: payment, namespace: ${namespace} }
spec: { ${spec} }
`;
const namespace = (labels: string, name = 'production') => `---\napiVersion: v1\nkind: Namespace\nmetadata: { name: ${name}, labels: { ${labels} } }\n`;
const workload = (name: string, pod: string, kind = 'Deployment', namespaceOfPods = 'production') => `---
apiVersion: ${kind === 'Job' ? 'batch/v1' : 'apps/v1'}
kind: ${kind}
metadata: { name: ${name}, namespace: ${namespaceOfPods} }
spec: { template: { metadata: { labels: { app: payment${pod.startsWith('hostNetwork') ? '' : pod} } }, spec: { ${pod.startsWith('hostNetwork') ? pod : ''} } } }
`;

const OPTED_OUT = ', sidecar.istio.io/inject: "false"';
const OPTED_IN = ', sidecar.istio.io/inject: "true"';
const ENABLED = 'istio-injection: enabled';
const DISABLED = 'istio-injection: disabled';
const SELECTOR = 'selector: { matchLabels: { app: payment } }, ';
const STRICT = 'mtls: { mode: STRICT }';
const STRICT_PORT = 'portLevelMtls: { 8080: { mode: PERMISSIVE }, 9090: { mode: STRICT } }';
const object = 'PeerAuthentication production/payment';
const byNamespace = { severity: 'warning', object, path: 'metadata.namespace' } as const;
const byWorkload = { severity: 'warning', object, path: 'spec.selector.matchLabels' } as const;

checkTable(workloadOutsideMesh, {
  valid: [
    { name: 'a workload with a sidecar', yaml: namespace(ENABLED) + policy(SELECTOR + STRICT) + workload('payment', '') },
    { name: 'an ambient workload', yaml: namespace('istio.io/dataplane-mode: ambient') + policy(SELECTOR + STRICT) + workload('payment', '') },
    { name: 'plaintext is what the policy asks for', yaml: namespace(ENABLED) + policy(`${SELECTOR}mtls: { mode: DISABLE }`) + workload('payment', OPTED_OUT) },
    { name: 'plaintext is what the policy allows', yaml: namespace(ENABLED) + policy(`${SELECTOR}mtls: { mode: PERMISSIVE }`) + workload('payment', OPTED_OUT) },
    { name: 'a policy that says nothing', yaml: namespace(DISABLED) + policy('') },
    { name: 'one workload outside of a namespace inside', yaml: namespace(ENABLED) + policy(STRICT) + workload('node-agent', 'hostNetwork: true', 'DaemonSet') },
    { name: 'a workload inside of a namespace outside', yaml: namespace('team: payments') + policy(STRICT) + workload('payment', OPTED_IN), profile: { complete: true } },
    { name: 'the mesh policy, which is for those inside', yaml: namespace(DISABLED, 'istio-system') + policy(STRICT, 'istio-system') },
    { name: 'workloads that the policy does not select', yaml: namespace(ENABLED) + policy('selector: { matchLabels: { app: web } }, mtls: { mode: STRICT }') + workload('payment', OPTED_OUT) },
  ],
  invalid: [
    {
      name: 'pods that opted out',
      yaml: namespace(ENABLED) + policy(SELECTOR + STRICT) + workload('payment', OPTED_OUT),
      findings: [{
        ...byWorkload,
        message: 'no proxy runs in Deployment production/payment (pod label sidecar.istio.io/inject=false), so nothing is enforced there: plaintext gets in',
        fix: 'let the pods join the mesh, or narrow or remove the policy',
        related: ['Deployment production/payment'],
      }],
    },
    {
      name: 'pods of the host network, for one port',
      yaml: namespace(ENABLED) + policy(SELECTOR + STRICT_PORT) + workload('payment', 'hostNetwork: true', 'DaemonSet'),
      findings: [{ ...byWorkload, message: 'DaemonSet production/payment (hostNetwork: true)' }],
    },
    {
      name: 'some of the selected workloads',
      yaml: namespace(ENABLED) + policy(SELECTOR + STRICT) + workload('payment', '') + workload('payment-v1', OPTED_OUT) + workload('payment-v2', OPTED_OUT),
      findings: [{
        ...byWorkload,
        message: 'Deployment production/payment-v2 (pod label sidecar.istio.io/inject=false), so nothing of it is enforced there',
        related: ['Deployment production/payment-v1', 'Deployment production/payment-v2'],
      }],
    },
    {
      name: 'a namespace that opted out',
      yaml: namespace(DISABLED) + policy(STRICT),
      findings: [{
        ...byNamespace,
        message: 'no proxy runs in namespace production (namespace label istio-injection=disabled), so nothing is enforced there: plaintext gets in',
        fix: 'let the namespace join the mesh, or remove the policy',
        related: [],
      }],
    },
    {
      name: 'a namespace that is never injected',
      yaml: policy(STRICT, 'kube-system'),
      findings: [{ ...byNamespace, object: 'PeerAuthentication kube-system/payment', message: 'namespace kube-system is never injected' }],
    },
    {
      name: 'a namespace without labels, when nothing else adds them',
      yaml: namespace('team: payments') + policy(STRICT) + workload('payment', ''),
      profile: { complete: true },
      findings: [{ ...byNamespace, message: 'namespace production has no injection label', related: ['Deployment production/payment'] }],
    },
    {
      name: 'all workloads there are',
      yaml: policy(STRICT) + workload('payment', OPTED_OUT),
      profile: { complete: true, dataPlane: 'sidecar' },
      findings: [{ ...byNamespace, message: 'no proxy runs in namespace production (pod label sidecar.istio.io/inject=false)' }],
    },
  ],
  partial: [
    { name: 'another tool may label the namespace', yaml: namespace('team: payments') + policy(STRICT) + workload('payment', '') },
    { name: 'other workloads of the namespace may be inside', yaml: policy(STRICT) + workload('payment', OPTED_OUT), profile: { dataPlane: 'sidecar' } },
    { name: 'nothing is known of the namespace', yaml: policy(STRICT) },
    { name: 'the namespace of the policy is not known', yaml: policy(SELECTOR + STRICT, '""') + workload('payment', OPTED_OUT, 'Deployment', '""') },
  ],
  twoMeshes: [{ name: 'the namespace is inside one mesh and outside the other', meshes: [namespace(ENABLED) + policy(STRICT), namespace(DISABLED)] }],
  falsePositives: [{
    name: 'a migration Job without sidecar shares the labels of the server',
    yaml: namespace(ENABLED) + policy(SELECTOR + STRICT) + workload('payment', '') + workload('migrate', OPTED_OUT, 'Job'),
  }],
});
