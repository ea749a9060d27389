import { ApiObject, App, Chart, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-33';
import { MtlsMode, MtlsPort, WorkloadMtls } from '../../src';
import { chartIn, ContainerPort, deployment, service, ServicePort } from './support/objects';

interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly annotations?: Record<string, string> };
  readonly spec: { readonly portLevelMtls?: Record<string, { readonly mode: string }> };
}

function policyIn(chart: Chart): Manifest {
  return Testing.synth(chart).find(({ kind }) => kind === 'PeerAuthentication');
}

function portsIn(chart: Chart): Record<string, string> {
  return Object.fromEntries(Object.entries(policyIn(chart).spec.portLevelMtls ?? {}).map(([port, { mode }]) => [port, mode]));
}

const containerPorts: ContainerPort[] = [{ name: 'web', containerPort: 8080 }, { name: 'admin', containerPort: 9090 }, { name: 'web', containerPort: 53, protocol: 'UDP' }];

test('ports can be added until synth', () => {
  const chart = chartIn();
  const policy = new WorkloadMtls(chart, 'finance', { matchLabels: { app: 'finance' }, portOverrides: { 8080: MtlsMode.DISABLE } });
  policy.addPort(MtlsPort.workload(443), MtlsMode.STRICT);
  policy.addPort(MtlsPort.workload(15020), MtlsMode.UNSET);
  expect(portsIn(chart)).toEqual({ 443: 'STRICT', 8080: 'DISABLE', 15020: 'UNSET' });
});

test.each<[string, ServicePort, number]>([
  ['a number', { name: 'http', port: 80, targetPort: 8080 }, 8080],
  ['a name', { name: 'http', port: 80, targetPort: 'admin' }, 9090],
  ['a name that a port of another protocol has as well', { name: 'http', port: 80, targetPort: 'web' }, 8080],
  ['absent', { name: 'http', port: 80 }, 80],
])('a Service port leads to its workload port: targetPort is %s', (_, servicePort, workloadPort) => {
  for (const port of [(object: ApiObject) => MtlsPort.ofService(object, 'http'), (object: ApiObject) => MtlsPort.ofServiceNumber(object, 80)]) {
    const chart = chartIn();
    const policy = new WorkloadMtls(chart, 'policy', { workload: deployment(chart, 'finance', containerPorts) });
    policy.addPort(port(service(chart, 'finance-service', [{ name: 'other', port: 81 }, servicePort])), MtlsMode.PERMISSIVE);
    expect(portsIn(chart)).toEqual({ [workloadPort]: 'PERMISSIVE' });
  }
});

test('a named targetPort is found in a sidecar that starts as init container', () => {
  const chart = chartIn();
  const workload = new ApiObject(chart, 'finance', {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    spec: {
      selector: { matchLabels: { app: 'finance' } },
      template: {
        spec: {
          containers: [{ name: 'main' }],
          initContainers: [
            { name: 'once', ports: [{ name: 'metrics', containerPort: 1 }] },
            { name: 'stays', restartPolicy: 'Always', ports: [{ name: 'metrics', containerPort: 9100 }] },
          ],
        },
      },
    },
  });
  const policy = new WorkloadMtls(chart, 'policy', { workload });
  policy.addPort(MtlsPort.ofService(service(chart, 'finance-service', [{ name: 'metrics', port: 80, targetPort: 'metrics' }]), 'metrics'), MtlsMode.PERMISSIVE);
  expect(portsIn(chart)).toEqual({ 9100: 'PERMISSIVE' });
});

test('a port of a cdk8s-plus Service', () => {
  const chart = chartIn();
  const workload = new kplus.Deployment(chart, 'finance', { containers: [{ image: 'finance', portNumber: 8080 }] });
  const exposed = workload.exposeViaService({ ports: [{ name: 'http', port: 80, targetPort: 8080 }] });
  const policy = new WorkloadMtls(chart, 'policy', { workload });
  policy.addPort(MtlsPort.ofService(exposed, 'http'), MtlsMode.DISABLE);
  expect(portsIn(chart)).toEqual({ 8080: 'DISABLE' });
});

test.each<[string, (policy: WorkloadMtls, port: MtlsPort) => void, string]>([
  ['allowWebhook', (policy, port) => policy.allowWebhook({ port, owner: 'platform', reviewBy: '2027-03-31' }), 'the API server calls webhooks without a mesh identity'],
  ['allowScrape', (policy, port) => policy.allowScrape({ port, owner: 'platform', reviewBy: '2027-03-31' }), 'metrics are scraped from outside the mesh'],
  ['allowLoadBalancer', (policy, port) => policy.allowLoadBalancer({ port, owner: 'platform', reviewBy: '2027-03-31' }),
    'a load balancer outside the mesh sends traffic and health checks'],
])('%s writes a documented PERMISSIVE', (_, allow, reason) => {
  const chart = chartIn();
  allow(new WorkloadMtls(chart, 'policy', { matchLabels: { app: 'finance' }, mode: MtlsMode.STRICT }), MtlsPort.workload(8443));
  expect(policyIn(chart)).toMatchObject({
    metadata: {
      annotations: {
        'cdk8s-istio-mtls/port-8443.owner': 'platform',
        'cdk8s-istio-mtls/port-8443.reason': reason,
        'cdk8s-istio-mtls/port-8443.review-by': '2027-03-31',
      },
    },
    spec: { mtls: { mode: 'STRICT' }, portLevelMtls: { 8443: { mode: 'PERMISSIVE' } } },
  });
});

test('a reason and a ticket of one\'s own', () => {
  const chart = chartIn();
  const policy = new WorkloadMtls(chart, 'policy', { matchLabels: { app: 'finance' }, mode: MtlsMode.STRICT });
  policy.allowScrape({ port: MtlsPort.workload(9090), owner: 'platform', reviewBy: '2027-03-31', reason: 'the agent runs on the node', ticket: 'MESH-9' });
  expect(policyIn(chart).metadata.annotations).toMatchObject({
    'cdk8s-istio-mtls/port-9090.reason': 'the agent runs on the node',
    'cdk8s-istio-mtls/port-9090.ticket': 'MESH-9',
  });
});

test('the exception of a Service port is written for the workload port, anew at each synth', () => {
  const chart = chartIn();
  const ports = [{ name: 'http', port: 80, targetPort: 8080 }];
  const policy = new WorkloadMtls(chart, 'policy', { matchLabels: { app: 'finance' }, mode: MtlsMode.STRICT });
  const exception = { owner: 'payments', reason: 'vendor binary', reviewBy: '2027-03-31' };
  policy.addPort(MtlsPort.ofService(service(chart, 'finance', ports), 'http'), MtlsMode.DISABLE, { exception });
  policy.addPort(MtlsPort.workload(1), MtlsMode.DISABLE, { exception });
  const keys = () => Object.keys(policyIn(chart).metadata.annotations!).filter((key) => key.endsWith('owner'));
  expect(keys()).toEqual(['cdk8s-istio-mtls/port-1.owner', 'cdk8s-istio-mtls/port-8080.owner']);
  ports[0] = { name: 'http', port: 80, targetPort: 8081 };
  expect(keys()).toEqual(['cdk8s-istio-mtls/port-1.owner', 'cdk8s-istio-mtls/port-8081.owner']);
});

test('what only fails at synth fails before a chart is written, and is free once corrected', () => {
  const app = new App();
  const chart = new Chart(app, 'chart', { namespace: 'production' });
  const ports: ServicePort[] = [];
  const policy = new WorkloadMtls(chart, 'policy', { matchLabels: { app: 'finance' } });
  policy.addPort(MtlsPort.ofService(service(chart, 'finance', ports), 'http'), MtlsMode.DISABLE);
  expect(() => app.synthYaml()).toThrow('[chart/policy] Service "finance" has no port "http"; its ports are none');
  ports.push({ name: 'http', port: 80 });
  expect(app.synthYaml()).toContain('portLevelMtls:\n    "80":\n      mode: DISABLE');
});
