import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, App, Chart } from 'cdk8s';
import { MeshProfile, MeshWideMtls, MtlsDestinationRule, MtlsMode, NamespaceMtls, WorkloadMtls } from '../../src';
import { WRONG_POLICIES } from './support/wrong-policies';
import { WRONG_RULES } from './support/wrong-rules';
import { WrongValue } from './support/wrong-value';

describe.each([['policies', WRONG_POLICIES], ['rules', WRONG_RULES]])('%s', (_, table) => {
  test.each(table.map((row): [string, WrongValue] => [row.what, row]))('%s', (__, { write, message, late }) => {
    const outdir = mkdtempSync(join(tmpdir(), 'wrong-'));
    try {
      const app = new App({ outdir });
      // The first chart would be written first.
      new ApiObject(new Chart(app, 'a-first-chart'), 'fine', { apiVersion: 'v1', kind: 'ConfigMap' });
      const chart = new Chart(app, 'chart', { namespace: 'production' });
      const thrown = messageOf(() => write(chart)) ?? messageOf(() => app.synth());
      expect(thrown).toContain(message);
      expect(thrown!.includes('Validation failed')).toBe(late === true);
      expect(readdirSync(outdir)).toEqual([]);
    } finally {
      rmSync(outdir, { recursive: true });
    }
  });
});

test('every message is one line in lower case without full stop', () => {
  for (const { message } of [...WRONG_POLICIES, ...WRONG_RULES]) expect(message).not.toMatch(/\n|\.$/);
});

test.each<[string, (chart: Chart) => unknown]>([
  ['MeshProfile', (chart) => new MeshProfile(chart, 'x', { mesh: '' })],
  ['MeshWideMtls', (chart) => new MeshWideMtls(chart, 'x', { mode: MtlsMode.STRICT, pairedRule: { host: 'a b' } })],
  ['NamespaceMtls', (chart) => new NamespaceMtls(chart, 'x', { mode: MtlsMode.UNSET, pairedRule: {} })],
  ['WorkloadMtls', (chart) => new WorkloadMtls(chart, 'x', { matchLabels: { a: 'b' }, mode: MtlsMode.STRICT, pairedRule: {} })],
  ['MtlsDestinationRule', (chart) => new MtlsDestinationRule(chart, 'x', { host: 'a b' })],
])('a refused %s leaves nothing in the tree, also for those who catch the error', (_, create) => {
  const chart = new Chart(new App(), 'chart', { namespace: 'production' });
  expect(() => create(chart)).toThrow();
  expect(chart.node.children).toEqual([]);
});

function messageOf(action: () => unknown): string | undefined {
  try {
    action();
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}
