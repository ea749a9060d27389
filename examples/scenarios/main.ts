import { App, Chart } from 'cdk8s';
import { IstioApiVersion, MeshProfile, MeshWideMtls, MtlsMode, NamespaceMtls, WorkloadMtls } from 'cdk8s-istio-mtls';

const { UNSET, DISABLE, PERMISSIVE, STRICT } = MtlsMode;
const production = { namespace: 'production', apiVersion: IstioApiVersion.V1BETA1 };
const foo = { namespace: 'foo' };

const app = new App();

/** Objects that would clash in one cluster stand in meshes of their own, one file each. */
function mesh(name: string): Chart {
  const chart = new Chart(app, name);
  new MeshProfile(chart, 'profile', { mesh: name, rootNamespace: 'istio-system' });
  return chart;
}

const strict = mesh('strict');
new MeshWideMtls(strict, 'mesh', { mode: STRICT, apiVersion: IstioApiVersion.V1BETA1 });
new NamespaceMtls(strict, 'staging', { namespace: 'staging', mode: STRICT, apiVersion: IstioApiVersion.V1BETA1 });
new NamespaceMtls(strict, 'foo', { ...foo, mode: STRICT });
new WorkloadMtls(strict, 'payment-strict', { ...production, matchLabels: { app: 'payment-service' }, mode: STRICT });
new WorkloadMtls(strict, 'pci-strict', { ...production, matchLabels: { 'security-zone': 'pci' }, mode: STRICT });
new WorkloadMtls(strict, 'api-strict', { ...production, matchLabels: { app: 'api-service' }, mode: STRICT });
new WorkloadMtls(strict, 'legacy-exception', {
  ...production,
  matchLabels: { app: 'legacy-service' },
  mode: DISABLE,
  exception: { owner: 'legacy', reason: 'the service cannot speak TLS', reviewBy: '2027-03-31' },
});
new WorkloadMtls(strict, 'api-gateway-ports', {
  ...production,
  matchLabels: { app: 'api-gateway' },
  mode: STRICT,
  portOverrides: { 8080: DISABLE, 9090: PERMISSIVE, 443: STRICT },
});
new WorkloadMtls(strict, 'metrics-exception', {
  ...production,
  matchLabels: { app: 'order-service' },
  mode: STRICT,
  portOverrides: { 15020: DISABLE, 9090: PERMISSIVE },
});
new WorkloadMtls(strict, 'allow-external', { ...production, matchLabels: { app: 'my-service' }, portOverrides: { 8080: PERMISSIVE } });

const migration = mesh('migration');
new NamespaceMtls(migration, 'production', { ...production, mode: PERMISSIVE });
new WorkloadMtls(migration, 'metrics-permissive', { ...production, matchLabels: { app: 'my-service' }, portOverrides: { 15020: DISABLE } });
new NamespaceMtls(migration, 'foo', { ...foo, mode: PERMISSIVE });
new WorkloadMtls(migration, 'finance', { ...foo, matchLabels: { app: 'finance' }, mode: STRICT });

const complete = mesh('complete');
new NamespaceMtls(complete, 'production', { ...production, mode: STRICT, pairedRule: {} });
new WorkloadMtls(complete, 'legacy-exception', { ...production, matchLabels: { app: 'legacy-payment' }, mode: DISABLE });
new WorkloadMtls(complete, 'api-gateway-config', {
  ...production,
  matchLabels: { app: 'api-gateway' },
  mode: STRICT,
  portOverrides: { 8081: DISABLE, 15020: PERMISSIVE },
});
new WorkloadMtls(complete, 'finance', {
  ...foo,
  metadata: { name: 'default' },
  matchLabels: { app: 'finance' },
  mode: STRICT,
  portOverrides: { 8080: DISABLE },
});

const inherited = mesh('inherited');
new WorkloadMtls(inherited, 'finance', {
  ...foo,
  metadata: { name: 'default' },
  matchLabels: { app: 'finance' },
  mode: UNSET,
  portOverrides: { 8080: DISABLE },
});

app.synth();
