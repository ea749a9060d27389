import { contextsOf, snapshotOf } from './mesh-of';
import { proseFaults } from './prose';
import { Check, Example, Observation } from '../../../src/checks/check';
import { objectName } from '../../../src/checks/object-name';
import { CHECKS } from '../../../src/checks/registry';
import { Severity } from '../../../src/checks/severity';
import { evaluate } from '../../../src/findings/evaluate';
import { Finding } from '../../../src/findings/finding';
import { DEFAULT_MESH } from '../../../src/istio/model/profile';

/** One finding of the check under test. */
export interface ExpectedFinding {
  readonly severity: Severity;
  /** `PeerAuthentication production/default`; without namespace `PeerAuthentication default`. */
  readonly object: string;
  readonly path: string;
  /** A part of the message. */
  readonly message?: string;
  /** A part of the fix. */
  readonly fix?: string;
  /** The other objects, in this form: `DestinationRule production/default`. */
  readonly related?: readonly string[];
}

export interface ValidCase extends Example {
  readonly name: string;
}

export interface InvalidCase extends ValidCase {
  /** Complete, in any order. */
  readonly findings: readonly ExpectedFinding[];
}

/** Partial input: silent, or lowered (then with `findings`, none of them an error). */
export interface PartialCase extends ValidCase {
  readonly findings?: readonly ExpectedFinding[];
}

/** Two meshes, each silent by itself and against the other. */
export interface TwoMeshesCase {
  readonly name: string;
  readonly meshes: readonly [string, string];
  readonly profile?: Example['profile'];
  readonly today?: string;
}

export interface CheckTable {
  readonly valid: readonly ValidCase[];
  readonly invalid: readonly InvalidCase[];
  readonly partial: readonly PartialCase[];
  readonly twoMeshes: readonly TwoMeshesCase[];
  /** Named after a set-up that works in production. */
  readonly falsePositives: readonly ValidCase[];
}

/**
 * The tests that every check has. Only the check under test runs over the cases; its own examples meet all registered checks:
 *
 *     checkTable(selectorInRootNamespace, {
 *       valid: [{ name: 'labels outside the root namespace', yaml: `...` }, ...],
 *       invalid: [{ name: '...', yaml: `...`, profile: { rootNamespace: 'istio-system' }, findings: [
 *         { severity: 'error', object: 'PeerAuthentication istio-system/reviews', path: 'spec.selector', message: 'ignores' },
 *       ] }, ...],
 *       partial: [...], twoMeshes: [...], falsePositives: [...],
 *     });
 */
export function checkTable(check: Check, table: CheckTable): void {
  describe(`${check.id} ${check.name}`, () => {
    test('the table is complete', () => expect(shortages(table)).toEqual([]));

    describe('valid', () => each(table.valid, (one) => expectFindings(check, one, [])));
    describe('invalid', () => each(table.invalid, (one) => expectFindings(check, one, one.findings)));
    describe('false positives', () => each(table.falsePositives, (one) => expectFindings(check, one, [])));
    describe('partial input', () => each(table.partial, (one) => {
      const findings = one.findings ?? [];
      expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
      expectFindings(check, one, findings);
    }));
    describe('two meshes', () => each(table.twoMeshes, ({ meshes: [first, second], profile, today }) => {
      expect(observe(check, new Map([['first', { yaml: first, profile, today }], ['second', { yaml: second, profile, today }]]))).toEqual([]);
    }));

    test('the bad example gives exactly its finding, from all checks', () => {
      expect(ofAllChecks(check, check.bad).map(asText)).toEqual([expect.stringContaining(`${check.id} `)]);
    });
    test('the good example gives no finding, from all checks', () => {
      expect(ofAllChecks(check, check.good).map(asText)).toEqual([]);
    });
  });
}

function each<One extends { readonly name: string }>(cases: readonly One[], body: (one: One) => void): void {
  for (const one of cases) { test(one.name, () => body(one)); }
}

/** What a table lacks; empty when it is complete. */
export function shortages(table: CheckTable): string[] {
  const least: Record<keyof CheckTable, number> = { valid: 3, invalid: 3, partial: 1, twoMeshes: 1, falsePositives: 1 };
  const groups = Object.entries(least) as [keyof CheckTable, number][];
  return [
    ...groups.filter(([group, count]) => table[group].length < count).map(([group, count]) => `${group} has fewer than ${count}`),
    ...table.invalid.filter(({ findings }) => findings.length === 0).map(({ name }) => `invalid case '${name}' expects no finding`),
  ];
}

function observe(check: Check, meshes: ReadonlyMap<string, Example>): Observation[] {
  return contextsOf(meshes).flatMap((context) => [...check.check(context)]);
}

/** Fails unless the check says exactly this about the example, in words of the house's style. */
export function expectFindings(check: Check, example: Example, expected: readonly ExpectedFinding[]): void {
  const observations = observe(check, new Map([[DEFAULT_MESH, example]]));

  const actual = observations.map((observation) => ({
    severity: observation.severity,
    object: objectName(observation.resource),
    path: observation.path,
    message: observation.message,
    fix: observation.fix,
    related: (observation.related ?? []).map(objectName),
  }));
  expect(sorted(actual)).toEqual(sorted(expected).map((finding) => ({
    ...finding,
    message: finding.message === undefined ? expect.any(String) : expect.stringContaining(finding.message),
    fix: finding.fix === undefined ? expect.any(String) : expect.stringContaining(finding.fix),
    related: finding.related ?? expect.any(Array),
  })));
  expect(observations.flatMap(proseFaults)).toEqual([]);
}

function sorted<One extends { readonly severity: string; readonly object: string; readonly path: string }>(findings: readonly One[]): One[] {
  const key = ({ object, path, severity }: One) => [object, path, severity].join('\n');
  return [...findings].sort((one, other) => key(one) < key(other) ? -1 : 1);
}

/** The check under test may not be registered yet. */
function ofAllChecks(check: Check, example: Example): readonly Finding[] {
  const checks = [...CHECKS.filter(({ id }) => id !== check.id), check];
  return evaluate(snapshotOf(new Map([[DEFAULT_MESH, example]])), { checks, today: example.today }).findings;
}

function asText({ id, severity, object, path, message }: Finding): string {
  return `${id} ${severity} ${objectName(object)} ${path}: ${message}`;
}
