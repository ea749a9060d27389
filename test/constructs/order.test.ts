import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Chart } from 'cdk8s';
import * as fc from 'fast-check';
import { ClientTls, MeshProfile, MeshWideMtls, MtlsDestinationRule, MtlsMode, MtlsPort, NamespaceMtls, WorkloadMtls } from '../../src';
import { deployment, service } from './support/objects';

/** Each may be created before or after any other. */
const SIBLINGS: ((chart: Chart) => void)[] = [
  (chart) => new MeshProfile(chart, 'profile', { clusterDomain: 'eu.example', rootNamespace: 'istio-system' }),
  (chart) => new MeshWideMtls(chart, 'mesh', { mode: MtlsMode.STRICT, namespace: 'istio-system' }),
  (chart) => new NamespaceMtls(chart, 'strict', { mode: MtlsMode.STRICT, pairedRule: {} }),
  (chart) => new MtlsDestinationRule(chart, 'vendor', { host: 'vendor.example', tls: ClientTls.simple() }),
  (chart) => new WorkloadMtls(chart, 'labels', { matchLabels: { app: 'a' }, portOverrides: { 8080: MtlsMode.DISABLE, 443: MtlsMode.STRICT } }),
  (chart) => {
    const exposed = service(chart, 'finance-service', [{ name: 'http', port: 80, targetPort: 'web' }]);
    const workload = deployment(chart, 'finance', [{ name: 'web', containerPort: 8080 }]);
    const policy = new WorkloadMtls(chart, 'finance-policy', { workload, mode: MtlsMode.STRICT, pairedRule: { service: exposed } });
    policy.addPort(MtlsPort.ofService(exposed, 'http'), MtlsMode.DISABLE);
  },
];

/** Objects in a canonical order, by file. */
function synthesised(order: readonly number[]): Record<string, string> {
  const outdir = mkdtempSync(join(tmpdir(), 'order-'));
  try {
    const app = new App({ outdir });
    const chart = new Chart(app, 'chart', { namespace: 'production' });
    for (const index of order) SIBLINGS[index](chart);
    app.synth();
    return Object.fromEntries(readdirSync(outdir).sort().map((file) => [file, readFileSync(join(outdir, file), 'utf8')]));
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

function inCanonicalOrder(files: Record<string, string>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(files).map(([file, text]) => [file, text.trim().split('\n---\n').sort()]));
}

const inOrder = SIBLINGS.map((_, index) => index);

test('two builds give the same bytes', () => {
  expect(synthesised(inOrder)).toEqual(synthesised(inOrder));
});

test('another order of siblings gives the same objects, names and files', () => {
  const expected = inCanonicalOrder(synthesised(inOrder));
  expect(expected['chart.k8s.yaml']).toHaveLength(9);
  fc.assert(fc.property(fc.shuffledSubarray(inOrder, { minLength: inOrder.length }), (order) => {
    expect(inCanonicalOrder(synthesised(order))).toEqual(expected);
  }), { numRuns: 200 });
});
