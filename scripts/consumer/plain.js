// examples/production/main.ts as a plain script, for the consumer test: it must write the same files.
const { ApiObject, App, Chart } = require('cdk8s');
const { MeshProfile, MtlsMode, MtlsPort, NamespaceMtls, WorkloadMtls } = require('cdk8s-istio-mtls');

const app = new App();
new MeshProfile(app, 'profile', { rootNamespace: 'istio-system' });

const namespaces = new Chart(app, 'namespaces');
new ApiObject(namespaces, 'production', {
  apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'production', labels: { 'istio-injection': 'enabled' } },
});

const production = new Chart(app, 'production', { namespace: 'production' });
const payment = workload('legacy-payment', [{ name: 'http', containerPort: 8080 }]);
const paymentService = service('legacy-payment', [{ name: 'http', port: 80, targetPort: 'http' }]);
const gateway = workload('api-gateway', [{ name: 'https', containerPort: 8443 }, { name: 'health', containerPort: 8081 }]);
const gatewayService = service('api-gateway', [{ name: 'https', port: 443, targetPort: 'https' }, { name: 'health', port: 8081, targetPort: 'health' }]);

new NamespaceMtls(production, 'strict', { mode: MtlsMode.STRICT, pairedRule: {} });

new WorkloadMtls(production, 'legacy-exception', {
  workload: payment,
  mode: MtlsMode.DISABLE,
  pairedRule: { service: paymentService },
  exception: { owner: 'payments', reason: 'the vendor does not support the binary behind mutual TLS', reviewBy: '2027-03-31', ticket: 'PAY-1204' },
});

const gatewayMtls = new WorkloadMtls(production, 'api-gateway-config', { workload: gateway, mode: MtlsMode.STRICT, pairedRule: { service: gatewayService } });
gatewayMtls.addPort(MtlsPort.ofService(gatewayService, 'health'), MtlsMode.DISABLE, {
  exception: { owner: 'edge', reason: 'the external load balancer checks health in plaintext', reviewBy: '2027-03-31' },
});
gatewayMtls.allowScrape({ port: MtlsPort.workload(15020), owner: 'observability', reviewBy: '2027-06-30' });

app.synth();

function workload(name, ports) {
  const labels = { app: name };
  return new ApiObject(production, `${name}-deployment`, {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name },
    spec: {
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: { containers: [{ name: 'main', image: `images.example/${name}:1.4.2`, ports }] } },
    },
  });
}

function service(name, ports) {
  return new ApiObject(production, `${name}-service`, {
    apiVersion: 'v1', kind: 'Service', metadata: { name }, spec: { selector: { app: name }, ports },
  });
}
