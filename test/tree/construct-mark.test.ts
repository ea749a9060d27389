import { App, Chart } from 'cdk8s';
import { ClientTls, MeshProfile, MeshWideMtls, MtlsDestinationRule, MtlsMode, NamespaceMtls, WorkloadMtls } from '../../src';
import { hasMark } from '../../src/tree/construct-mark';

const MARKS = ['policy', 'rule', 'profile'] as const;

test.each([
  ['policy', (chart: Chart) => new MeshWideMtls(chart, 'x', { mode: MtlsMode.STRICT })],
  ['policy', (chart: Chart) => new NamespaceMtls(chart, 'x', { mode: MtlsMode.STRICT })],
  ['policy', (chart: Chart) => new WorkloadMtls(chart, 'x', { matchLabels: { a: 'b' } })],
  ['rule', (chart: Chart) => new MtlsDestinationRule(chart, 'x', { host: 'a', tls: ClientTls.disable() })],
  ['profile', (chart: Chart) => new MeshProfile(chart, 'x')],
])('%s', (mark, create) => {
  const construct = create(new Chart(new App(), 'chart', { namespace: 'production' }));
  expect(MARKS.filter((one) => hasMark(construct, one))).toEqual([mark]);
});

test.each([undefined, null, 5, {}, new App()])('nothing else is marked: %p', (value) => {
  expect(MARKS.some((mark) => hasMark(value, mark))).toBe(false);
});
