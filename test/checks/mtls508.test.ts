import { checkTable, ExpectedFinding } from './support/check-table';
import { documented } from './support/documented';
import { policy, service, workload } from './support/traffic-manifests';
import { exceptionTooWide } from '../../src/checks/mtls508-exception-too-wide';

const STRICT = policy('production/default', 'STRICT');
const exception = (mode = 'PERMISSIVE', ports?: string) => documented(policy('production/op', mode, { labels: 'app: op', ports }));
const pods = (ports = '{ containerPort: 8080 }, { name: webhook, containerPort: 9443 }', annotations = '') =>
  workload('production/op', 'app: op, sidecar.istio.io/inject: "true"', { ports, annotations });
const SERVICE = service('production/op', 'app: op', 'name: https, port: 443, targetPort: webhook', 'name: http, port: 80, targetPort: 8080');
const webhook = (target = 'name: op, namespace: production') => `---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: { name: op }
webhooks: [{ name: op.example, clientConfig: { service: { ${target} } } }]
`;
const apiService = `---
apiVersion: apiregistration.k8s.io/v1
kind: APIService
metadata: { name: v1.op.example }
spec: { service: { name: op, namespace: production, port: 80 }, group: op.example, version: v1 }
`;
const ingress = (backend: string) => `---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: op, namespace: production }
spec: { ingressClassName: nginx, rules: [{ http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: op${backend} } } }] } }] }
`;
const MESH = STRICT + pods() + SERVICE;

const found: ExpectedFinding = {
  severity: 'info',
  object: 'PeerAuthentication production/op',
  path: 'spec.mtls.mode',
  message: 'PERMISSIVE holds for every port of Deployment production/op, but callers without a mesh identity (ValidatingWebhookConfiguration op) '
    + 'are known only for port 9443: 8080 could stay STRICT',
  fix: 'write mtls.mode: STRICT, and PERMISSIVE for 9443 in portLevelMtls',
  related: ['Deployment production/op', 'ValidatingWebhookConfiguration op'],
};

checkTable(exceptionTooWide, {
  valid: [
    { name: 'an exception for the port', yaml: MESH + webhook() + exception('STRICT', '9443: PERMISSIVE') },
    { name: 'a port of a workload that inherits', yaml: MESH + webhook() + exception('UNSET', '9443: PERMISSIVE') },
    { name: 'no known callers', yaml: MESH + exception() },
    { name: 'a webhook of another Service', yaml: MESH + webhook('name: other, namespace: production') + exception() },
    { name: 'a webhook at a port that the Service does not have', yaml: MESH + webhook('name: op, namespace: production, port: 8443') + exception() },
    { name: 'no other port', yaml: STRICT + pods('{ name: webhook, containerPort: 9443 }') + service('production/op', 'app: op', 'port: 443, targetPort: webhook') + webhook() + exception() },
    { name: 'the other port is called as well', yaml: MESH + webhook() + apiService + exception() },
    { name: 'an Ingress for all ports', yaml: MESH + webhook() + ingress('') + exception() },
    { name: 'a Service that is open to the outside', yaml: MESH.replace('spec: { selector', 'spec: { type: LoadBalancer, selector') + webhook() + exception() },
    { name: 'the other port is STRICT already', yaml: MESH + webhook() + exception('PERMISSIVE', '8080: STRICT') },
    { name: 'a port for metrics', yaml: STRICT + pods('{ name: http-metrics, containerPort: 8080 }, { name: webhook, containerPort: 9443 }') + service('production/op', 'app: op', 'port: 443, targetPort: webhook') + webhook() + exception() },
    { name: 'a port that is scraped', yaml: STRICT + pods(undefined, 'prometheus.io/port: "8080"') + SERVICE + webhook() + exception() },
    { name: 'a port that never reaches the proxy', yaml: STRICT + pods('{ containerPort: 15020 }, { name: webhook, containerPort: 9443 }') + service('production/op', 'app: op', 'port: 443, targetPort: webhook') + webhook() + exception() },
    { name: 'below PERMISSIVE', yaml: documented(policy('production/default', 'PERMISSIVE')) + pods() + SERVICE + webhook() + exception('DISABLE') },
    {
      name: 'another workload for which it may have been made',
      yaml: STRICT + pods().replace('app: op', 'app: op, tier: new') + SERVICE.replace('app: op', 'tier: new') + workload('production/legacy', 'app: op') + webhook() + exception(),
    },
    { name: 'a namespace', yaml: policy('istio-system/default', 'STRICT') + pods() + SERVICE + webhook() + documented(policy('production/default', 'PERMISSIVE')) },
  ],
  invalid: [
    { name: 'a webhook', yaml: MESH + webhook() + exception(), findings: [found] },
    { name: 'DISABLE', yaml: MESH + webhook() + exception('DISABLE'), findings: [{ ...found, message: 'DISABLE holds for every port' }] },
    { name: 'a webhook at a port of its own', yaml: MESH + webhook('name: op, namespace: production, port: 80') + exception(), findings: [{ ...found, message: 'known only for port 8080: 9443 could stay STRICT', fix: 'PERMISSIVE for 8080' }] },
    {
      name: 'an APIService, under a STRICT mesh',
      yaml: policy('istio-system/default', 'STRICT') + pods() + SERVICE + apiService + exception(),
      findings: [{ ...found, message: '(APIService v1.op.example) are known only for port 8080', fix: 'PERMISSIVE for 8080', related: ['Deployment production/op', 'APIService v1.op.example'] }],
    },
    {
      name: 'an Ingress, by the name of the port',
      yaml: MESH + ingress(', port: { name: http }') + exception(),
      findings: [{ ...found, message: '(Ingress production/op) are known only for port 8080: 9443', fix: '8080', related: ['Deployment production/op', 'Ingress production/op'] }],
    },
    {
      name: 'a LoadBalancer for one of the ports',
      yaml: MESH + service('production/open', 'app: op', 'port: 443, targetPort: 9443').replace('spec: {', 'spec: { type: LoadBalancer,') + exception(),
      findings: [{ ...found, message: '(Service production/open) are known only for port 9443', related: ['Deployment production/op', 'Service production/open'] }],
    },
    {
      name: 'several ports on either side',
      yaml: STRICT + pods('{ containerPort: 8080 }, { containerPort: 8081 }, { name: webhook, containerPort: 9443 }, { containerPort: 9444 }') + SERVICE
        + service('production/more', 'app: op', 'port: 9444').replace('spec: {', 'spec: { type: NodePort,') + webhook() + exception(),
      findings: [{
        ...found,
        message: '(ValidatingWebhookConfiguration op and Service production/more) are known only for port 9443 and 9444: 8080 and 8081 could stay STRICT',
        fix: 'PERMISSIVE for 9443 and 9444 in portLevelMtls',
        related: ['Deployment production/op', 'ValidatingWebhookConfiguration op', 'Service production/more'],
      }],
    },
  ],
  partial: [
    { name: 'the parent is not in the input', yaml: pods() + SERVICE + webhook() + exception() },
    { name: 'the workload is not', yaml: STRICT + SERVICE + webhook() + exception() },
    { name: 'the Service is not', yaml: STRICT + pods() + webhook() + exception() },
  ],
  twoMeshes: [{ name: 'the webhook in one, the exception in the other', meshes: [STRICT + pods() + SERVICE + webhook(), MESH + exception()] }],
  falsePositives: [
    { name: 'a vendor binary that speaks plaintext at every port', yaml: STRICT + workload('production/op', 'app: op', { ports: '{ containerPort: 8080 }, { containerPort: 9090 }' }) + SERVICE + exception('DISABLE') },
  ],
});
