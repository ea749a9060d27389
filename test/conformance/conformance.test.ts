import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMPARED_FIELDS } from './compared-fields';
import { ConformanceCase } from './conformance-case';
import { FAMILIES } from './families';
import { readSkips } from './read-skips';
import { runCases } from './run-cases';
import { runFolder } from './run-folder';
import { turnedCases } from './turned-cases';

const CASES = join(__dirname, 'cases');
const report = runFolder(CASES, readSkips());

function casesOf(family: string): readonly ConformanceCase[] {
  return JSON.parse(readFileSync(join(CASES, `${family}.json`), 'utf8'));
}

test('every case was asked', () => {
  expect(report.errors).toEqual([]);
  const asked = report.families.map(({ passed, failed, skipped }) => passed.length + failed.length + skipped.length);
  expect(asked.reduce((sum, count) => sum + count, 0)).toBe(663);
  expect(report.families.map(({ family }) => family).sort()).toEqual([...FAMILIES.keys()].sort());
});

test.each(report.families.map((family) => [family.family, family] as const))('%s agrees with Istio', (_, { disagreements }) => {
  expect(disagreements).toEqual([]);
});

test('at most 5 % of a family are skipped, none of effective-mode', () => {
  for (const { family, passed, failed, skipped } of report.families) {
    expect(skipped.length).toBeLessThanOrEqual(family === 'effective-mode' ? 0 : (passed.length + failed.length + skipped.length) * 0.05);
  }
});

describe('the runner can fail: each compared value of each case, turned around, is reported', () => {
  test.each([...FAMILIES])('%s', (name, family) => {
    const turned = casesOf(name).flatMap((conformanceCase) => turnedCases(name, conformanceCase));
    expect(turned.length).toBeGreaterThanOrEqual(casesOf(name).length);
    const silent = turned.filter(({ field, turned: changed }) => {
      const { disagreements } = runCases(name, family, [changed], new Map());
      return !disagreements.some((disagreement) => disagreement.field.startsWith(field));
    });
    expect(silent.map(({ field, turned: { id } }) => `${id}: ${field}`)).toEqual([]);
  });

  test('no family without compared fields', () => {
    expect([...COMPARED_FIELDS.keys()].sort()).toEqual([...FAMILIES.keys()].sort());
  });
});
