import { App, Chart, Testing } from 'cdk8s';
import { Construct } from 'constructs';
import { ClientTls, MeshWideMtls, MtlsDestinationRule, MtlsMode, NamespaceMtls, WorkloadMtls } from '../../src';
import { chartIn, service } from './support/objects';

class Template extends Construct {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const labels = { app: id };
    new WorkloadMtls(this, 'legacy', { matchLabels: labels, mode: MtlsMode.DISABLE, pairedRule: { host: `${id}.example` } });
    new MtlsDestinationRule(this, 'vendor', { host: `vendor.${id}.example`, tls: ClientTls.disable() });
  }
}

function names(chart: Chart): string[] {
  return Testing.synth(chart).map(({ kind, metadata }) => `${kind} ${metadata.name}`);
}

test('a direct child keeps its id, policies without selector are called default, a paired rule is called as its policy', () => {
  const chart = chartIn();
  new MeshWideMtls(chart, 'mesh', { mode: MtlsMode.STRICT, namespace: 'istio-system', pairedRule: { host: '*.example' } });
  new NamespaceMtls(chart, 'strict', { mode: MtlsMode.STRICT, pairedRule: {} });
  new WorkloadMtls(chart, 'legacy', { matchLabels: { app: 'a' }, mode: MtlsMode.STRICT, pairedRule: { service: service(chart, 'a', []) } });
  new MtlsDestinationRule(chart, 'vendor', { host: 'vendor.example', tls: ClientTls.disable() });
  expect(names(chart)).toEqual([
    'PeerAuthentication default', 'DestinationRule default',
    'PeerAuthentication default', 'DestinationRule default',
    'Service a', 'PeerAuthentication legacy', 'DestinationRule legacy',
    'DestinationRule vendor',
  ]);
});

test('a template that is used twice in a chart gives two names', () => {
  const chart = chartIn();
  new Template(chart, 'one');
  new Template(new Construct(chart, 'team'), 'two');
  expect(names(chart)).toEqual([
    'PeerAuthentication one-legacy', 'DestinationRule one-legacy', 'DestinationRule one-vendor',
    'PeerAuthentication team-two-legacy', 'DestinationRule team-two-legacy', 'DestinationRule team-two-vendor',
  ]);
});

test('neither the App nor the chart nor a hash is part of a name', () => {
  const app = new App();
  const stages = ['staging', 'production'].map((stage) => new Chart(new Chart(app, stage), 'inner', { namespace: stage }));
  const seen = stages.map((chart) => {
    new WorkloadMtls(chart, 'legacy', { matchLabels: { app: 'a' } });
    return names(chart);
  });
  expect(seen).toEqual([['PeerAuthentication legacy'], ['PeerAuthentication legacy']]);
});
