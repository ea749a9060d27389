import { HOSTILE, MIXED, reportWith, ReportParts } from './report-with';
import { jsonReport } from '../../src/report/json-report';
import { findingWith } from '../findings/finding-with';

const render = (parts: ReportParts) => [...jsonReport(reportWith(parts))].join('');
const parse = (parts: ReportParts) => JSON.parse(render(parts)) as Record<string, unknown> & { findings: unknown[]; acknowledged: unknown[] };

test('has the fields of the contract, and says what is unknown', () => {
  const { findings, acknowledged, ...rest } = parse(MIXED);
  expect(rest).toEqual({ version: 1, skipped: MIXED.skipped, summary: { error: 2, warning: 1, info: 1, acknowledged: 1 } });
  expect(findings).toHaveLength(4);
  expect(findings[1]).toEqual({
    id: 'MTLS302',
    name: 'overlapping-workload-policies',
    severity: 'error',
    message: 'both select app=web',
    fix: 'narrow one of them',
    docs: 'docs/checks/MTLS302.md',
    mesh: 'default',
    object: { apiVersion: 'security.istio.io/v1', kind: 'PeerAuthentication', namespace: 'production', name: 'default' },
    path: 'spec.selector',
    file: 'policies/web.yaml',
    line: 3,
    column: 14,
    construct: null,
    related: [
      { apiVersion: 'networking.istio.io/v1', kind: 'DestinationRule', namespace: null, name: 'reviews', file: 'rules.yaml', line: 3, column: 1, construct: null },
    ],
  });
  expect(acknowledged).toEqual([expect.objectContaining({ id: 'MTLS506', file: 'policies/web.yaml', reason: 'migration', until: '2027-03-31' })]);
});

test('of a construct', () => {
  expect(parse({ findings: [findingWith({ origin: { construct: 'prod/default' } })] }).findings[0]).toMatchObject({
    construct: 'prod/default', file: null, line: null, column: null,
  });
});

test.each([['nothing', {}], ['all kinds', MIXED], ['hostile texts', HOSTILE]])('is written as JSON.stringify writes it: %s', (_, parts) => {
  expect(render(parts)).toBe(`${JSON.stringify(JSON.parse(render(parts)), null, 2).replaceAll('##[', '##\\u005b')}\n`);
});

test('keeps texts as they are', () => {
  expect(parse(HOSTILE).findings[0]).toMatchObject({ object: HOSTILE.findings![0].object, path: 'metadata.annotations["a\nb"]' });
});
