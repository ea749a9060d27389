import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { HOSTILE, MIXED, reportWith, ReportParts } from './report-with';
import { DESCRIPTIONS } from '../../src/checks/registry';
import { sarifReport } from '../../src/report/sarif-report';
import { findingWith } from '../findings/finding-with';

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } } }[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly suppressions?: readonly unknown[];
}
interface Run {
  readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
  readonly results: readonly Result[];
}
interface Log {
  readonly runs: readonly [Run];
}

const render = (parts: ReportParts) => [...sarifReport(reportWith({ rules: DESCRIPTIONS, ...parts }))].join('');
const parse = (parts: ReportParts) => JSON.parse(render(parts)) as Log;
const REPORTS: readonly [string, ReportParts][] = [['nothing', {}], ['all kinds', MIXED], ['hostile texts', HOSTILE]];

test('rules, results, places', () => {
  const { runs: [{ tool, results }] } = parse(MIXED);
  expect(tool.driver).toMatchObject({ name: 'istio-mtls', version: '1.2.3', informationUri: 'https://example.com/istio-mtls' });
  expect(tool.driver.rules.map(({ id }) => id)).toEqual(DESCRIPTIONS.map(({ id }) => id));
  expect(tool.driver.rules[0]).toMatchObject({
    id: 'MTLS001',
    name: 'UnreadableInput',
    shortDescription: { text: 'unreadable input' },
    helpUri: 'https://example.com/istio-mtls/blob/main/docs/checks/MTLS001.md',
  });
  expect(results.map(({ level }) => level)).toEqual(['error', 'error', 'warning', 'note', 'warning']);
  expect(results[1]).toEqual({
    ruleId: 'MTLS302',
    ruleIndex: DESCRIPTIONS.findIndex(({ id }) => id === 'MTLS302'),
    level: 'error',
    message: { text: 'PeerAuthentication production/default: both select app=web; fix: narrow one of them' },
    locations: [{
      physicalLocation: { artifactLocation: { uri: 'policies/web.yaml', uriBaseId: '%SRCROOT%' }, region: { startLine: 3, startColumn: 14 } },
      logicalLocations: [{ fullyQualifiedName: 'PeerAuthentication production/default spec.selector', kind: 'resource' }],
    }],
    relatedLocations: [{
      id: 0,
      physicalLocation: { artifactLocation: { uri: 'rules.yaml', uriBaseId: '%SRCROOT%' }, region: { startLine: 3, startColumn: 1 } },
      logicalLocations: [{ fullyQualifiedName: 'DestinationRule reviews', kind: 'resource' }],
      message: { text: 'DestinationRule reviews' },
    }],
    partialFingerprints: { 'istioMtlsFinding/v1': expect.stringMatching(/^[0-9a-f]{32}$/) as unknown },
  });
  expect(results[4].suppressions).toEqual([{ kind: 'inSource', justification: 'migration' }]);
});

test('a fingerprint stays when lines and words change, and tells two findings of one object apart', () => {
  const finding = findingWith({ path: 'spec', origin: { file: 'a.yaml', document: 0 } });
  const print = (parts: ReportParts) => parse(parts).runs[0].results.map(({ partialFingerprints }) => partialFingerprints['istioMtlsFinding/v1']);
  const [first] = print({ findings: [finding] });
  expect(print({ findings: [{ ...finding, message: 'other words', severity: 'error', origin: { file: 'a.yaml', document: 7 } }] })).toEqual([first]);
  expect(print({ findings: [finding], placeOf: () => ({ line: 99, column: 1 }) })).toEqual([first]);
  const elsewhere = [{ ...finding, path: 'spec.mtls' }, { ...finding, mesh: 'east' }, { ...finding, origin: { file: 'b.yaml' } }];
  const others = print({ findings: [finding, finding, ...elsewhere] });
  expect(new Set(others).size).toBe(5);
  expect(others).toContain(first);
});

test('addresses are relative and escaped', () => {
  const resultIn = (file: string) => parse({ findings: [findingWith({ origin: { file } })] }).runs[0].results[0];
  const uri = (file: string) => resultIn(file).locations[0].physicalLocation.artifactLocation.uri;
  expect(uri('a b/ü#?%.yaml')).toBe('a%20b/%C3%BC%23%3F%25.yaml');
  expect(uri('../x.yaml')).toBe('../x.yaml');
  expect(uri('-')).toBe('stdin');
  expect(uri('a\ud800.yaml')).toBe('a%EF%BF%BD.yaml');
});

test.each(REPORTS)('is written as JSON.stringify writes it: %s', (_, parts) => {
  expect(render(parts)).toBe(`${JSON.stringify(JSON.parse(render(parts)), null, 2).replaceAll('##[', '##\\u005b')}\n`);
});

const schema = join(__dirname, '../../node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
const withSchema = existsSync(schema) ? test : test.skip;

withSchema.each(REPORTS)('follows the published schema (from @microsoft/jest-sarif, skipped without it): %s', (_, parts) => {
  // Of draft 4, as far as this schema uses it: Ajv knows the keywords, but not the name.
  const known = Object.entries(JSON.parse(readFileSync(schema, 'utf8')) as object);
  const draft = Object.fromEntries(known.filter(([key]) => key !== '$schema' && key !== 'id'));
  const validate = new Ajv({ strict: false, validateFormats: false, logger: false, unicodeRegExp: false }).compile(draft);
  validate(JSON.parse(render(parts)));
  expect(validate.errors).toBeNull();
});

test.each(REPORTS)('has only what the standard names: %s', (_, parts) => {
  const log = JSON.parse(render(parts)) as Record<string, unknown> & Log;
  expect(Object.keys(log)).toEqual(['$schema', 'version', 'runs']);
  expect(log.version).toBe('2.1.0');
  expect(Object.keys(log.runs[0])).toEqual(['tool', 'invocations', 'columnKind', 'results']);
  for (const result of log.runs[0].results) {
    expect(['error', 'warning', 'note']).toContain(result.level);
    expect(log.runs[0].tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
    expect(result.message.text).not.toBe('');
    expect(result.locations).toHaveLength(1);
    expect(() => new URL(result.locations[0].physicalLocation.artifactLocation.uri, 'file:///root/')).not.toThrow();
  }
});
