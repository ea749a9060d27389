import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXCEPTIONS } from './exceptions';
import { disagreements, judge, Verdict } from './judge';
import { readCases } from './read-cases';
import { summary } from './summary';

const FOLDER = join(__dirname, 'cases');
const cases = readCases(FOLDER);

describe.each([...new Set(cases.map(({ file }) => file))])('%s', (file) => {
  test.each(cases.filter((one) => one.file === file).map((one) => [one.id, one] as const))('%s', (_, one) => {
    const { outcome, reasons } = judge(one);
    expect(outcome === 'failed' ? reasons : []).toEqual([]);
  });
});

describe('exceptions', () => {
  test('are at most 5 % of the cases, beside those that their README names', () => {
    const verdicts = cases.map(judge);
    expect(verdicts.filter(({ beyondReadme }) => beyondReadme).length).toBeLessThanOrEqual(verdicts.length * 0.05);
  });

  test('are cases, and disagree', () => {
    const disagreeing = cases.filter(({ id }) => EXCEPTIONS.has(id)).filter((one) => disagreements(one).some(({ excuse }) => excuse === undefined));
    expect(disagreeing.map(({ id }) => id).sort()).toEqual([...EXCEPTIONS.keys()].sort());
  });
});

/** The folder from which the cases were copied lies beside a maintainer's clone only. */
const original = join(__dirname, '../../../shared/peers');
(existsSync(original) ? test : test.skip)('the cases are those of ../shared/peers', () => {
  const files = readdirSync(original).filter((file) => file.endsWith('.json'));
  expect(readdirSync(FOLDER).sort()).toEqual(files.sort());
  expect(files.filter((file) => readFileSync(join(original, file), 'utf8') !== readFileSync(join(FOLDER, file), 'utf8'))).toEqual([]);
});

describe('the command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'peers-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const run = (...args: string[]) => spawnSync(process.execPath, ['--import', 'tsx', join(__dirname, 'run.ts'), ...args], { encoding: 'utf8' });

  test('ends with the totals alone on the last line', () => {
    const { status, stdout, stderr } = run();
    const count = (wanted: string) => cases.map(judge).filter(({ outcome }) => outcome === wanted).length;
    expect([stdout.trimEnd().split('\n').at(-1), stderr, status]).toEqual([`${count('passed')} passed, 0 failed, ${count('skipped')} skipped`, '', 0]);
  });

  test('fails on a folder without cases', () => {
    expect(run(folder)).toMatchObject({ status: 1, stdout: '', stderr: expect.stringMatching(/^no cases in .*: a folder with \*\.json files is needed/) });
  });

  test('fails on a disagreement and names it', () => {
    const policy = { apiVersion: 'security.istio.io/v1', kind: 'PeerAuthentication', metadata: { name: 'default', namespace: 'bookinfo' } };
    const wrong = { id: 'one', level: 'namespace', subject: 'bookinfo', given: { manifests: [policy] }, expect: { status: 'MTLS_ENABLED' } };
    writeFileSync(join(folder, 'status.json'), JSON.stringify([wrong]));
    const { status, stdout } = run(folder);
    expect([status, stdout]).toEqual([1, [
      'file         passed  failed skipped',
      'status.json       0       1       0',
      '',
      'FAILED one: namespace bookinfo has status UNSET, not MTLS_ENABLED',
      '0 passed, 1 failed, 0 skipped',
      '',
    ].join('\n')]);
  });
});

test('the summary counts by file and says why cases are skipped', () => {
  const verdict = (id: string, file: string, reasons: string[] = []): Verdict => (
    { id, file, outcome: reasons.length > 0 ? 'skipped' : 'passed', reasons, beyondReadme: false });
  expect(summary([verdict('a', 'x.json'), verdict('b', 'longer.json', ['outdated']), verdict('c', 'x.json', ['outdated'])])).toBe([
    'file         passed  failed skipped',
    'x.json            1       0       1',
    'longer.json       0       0       1',
    '',
    'skipped 2: outdated',
    '1 passed, 0 failed, 2 skipped',
  ].join('\n'));
});
