import { App, Chart, DependencyGraph } from 'cdk8s';
import { IConstruct } from 'constructs';
import { ClientTls, MeshWideMtls, MtlsDestinationRule, MtlsMode, NamespaceMtls, WorkloadMtls } from '../../src';
import { deployment } from './support/objects';

function edgesIn(root: IConstruct): number {
  return root.node.findAll().reduce((sum, { node }) => sum + node.dependencies.length, 0);
}

test('a policy or rule is one node, a paired rule one more, and nothing depends on anything', () => {
  const app = new App();
  const chart = new Chart(app, 'chart', { namespace: 'production' });
  const workload = deployment(chart, 'finance');
  const before = app.node.findAll().length;
  new MeshWideMtls(chart, 'mesh', { mode: MtlsMode.STRICT, namespace: 'istio-system' });
  new NamespaceMtls(chart, 'strict', { mode: MtlsMode.STRICT });
  for (let index = 0; index < 100; index++) {
    new WorkloadMtls(chart, `labels-${index}`, { matchLabels: { app: `a${index}` }, portOverrides: { 8080: MtlsMode.DISABLE } });
    new WorkloadMtls(chart, `workload-${index}`, { workload, mode: MtlsMode.STRICT });
    new MtlsDestinationRule(chart, `rule-${index}`, { host: `a${index}.example`, tls: ClientTls.simple() });
    new WorkloadMtls(chart, `paired-${index}`, { matchLabels: { app: `b${index}` }, mode: MtlsMode.STRICT, pairedRule: { host: `b${index}.example` } });
  }
  expect(app.node.findAll()).toHaveLength(before + 2 + 500);
  app.synthYaml();
  expect([app.node.findAll().length, edgesIn(app)]).toEqual([before + 2 + 500, 0]);
  expect(new DependencyGraph(app.node).topology()).toHaveLength(before + 2 + 500);
});
