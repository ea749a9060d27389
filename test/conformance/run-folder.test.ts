import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exitCodeOf, renderReport } from './render-report';
import { runFolder } from './run-folder';

const NO_SKIPS: ReadonlyMap<string, string> = new Map();
const MODE = { given: { manifests: [], workload: { namespace: 'prod', labels: {} } }, expect: { mode: 'PERMISSIVE' } };

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'conformance-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(file: string, content: unknown): void {
  writeFileSync(join(folder, file), typeof content === 'string' ? content : JSON.stringify(content));
}

function rendered(skips = NO_SKIPS): readonly string[] {
  return renderReport(runFolder(folder, skips)).split('\n');
}

test('passed, failed and skipped cases are counted, told and closed with one line', () => {
  write('effective-mode.json', [
    { id: 'right', ...MODE },
    { id: 'wrong', ...MODE, expect: { mode: 'STRICT', ports: {} } },
    { id: 'left', ...MODE },
  ]);
  expect(rendered(new Map([['left', 'waypoint matching']]))).toEqual([
    'family          passed  failed  skipped',
    'effective-mode       1       1        1',
    '',
    'disagreements:',
    '  effective-mode wrong: mode: expected "STRICT", got "PERMISSIVE"',
    '',
    'skipped:',
    '  effective-mode left: waypoint matching',
    '',
    '1 passed, 1 failed, 1 skipped',
    '',
  ]);
  expect(exitCodeOf(runFolder(folder, NO_SKIPS))).toBe(1);
});

test('agreement exits 0', () => {
  write('effective-mode.json', [{ id: 'right', ...MODE }]);
  expect(exitCodeOf(runFolder(folder, NO_SKIPS))).toBe(0);
});

test('a case that breaks the library fails', () => {
  write('effective-mode.json', [{ id: 'broken', given: { manifests: [] }, expect: { mode: 'STRICT' } }]);
  expect(rendered()).toContain('0 passed, 1 failed, 0 skipped');
});

test('a case without any compared field fails', () => {
  write('effective-mode.json', [{ id: 'empty', ...MODE, expect: { reason: 'none' } }]);
  expect(rendered()).toContain('  effective-mode empty: (none): expected "at least one field to compare", got "none"');
});

test('a feature that is not modelled is skipped with its name, whatever the id', () => {
  const given = { manifests: [], requiresFeature: 'PILOT_SOMETHING', server: { namespace: 'prod', port: 80, dataplane: 'sidecar' }, call: 'plaintext' };
  write('traffic.json', [{ id: 'unseen', given, expect: { outcome: 'mtls' } }]);
  expect(rendered()).toContain('  traffic unseen: requires the feature PILOT_SOMETHING, which is off by default and not modelled');
  expect(rendered()).toContain('0 passed, 0 failed, 1 skipped');
});

const brokenFolders: readonly (readonly [string, string | undefined, unknown, RegExp])[] = [
  ['a folder without cases', undefined, undefined, /no cases found; give a folder with files named after families/],
  ['an empty family', 'traffic.json', [], /no cases found/],
  ['an unknown family', 'traffics.json', [{ id: 'a', ...MODE }], /traffics\.json: unknown family "traffics"; known are .*traffic/],
  ['a file that is not JSON', 'traffic.json', '[', /traffic\.json: not JSON/],
  ['a file without a list', 'traffic.json', {}, /traffic\.json: expected an array of cases/],
  ['an item that is no case', 'traffic.json', [{ id: 'a' }], /traffic\.json: item 0 is not a case: it needs id, given and expect/],
];

test.each(brokenFolders)('%s fails and says so', (_, file, content, message) => {
  if (file !== undefined) write(file, content);
  const report = runFolder(folder, NO_SKIPS);
  expect(report.errors.join('\n')).toMatch(message);
  expect(exitCodeOf(report)).toBe(1);
});

test('a folder that does not exist fails', () => {
  expect(runFolder(join(folder, 'none'), NO_SKIPS).errors[0]).toMatch(/no cases found/);
});

test('the command prints the closing line and exits 1 on a folder without cases', () => {
  const run = spawnSync(process.execPath, [join(__dirname, '../../node_modules/tsx/dist/cli.mjs'), join(__dirname, 'run.ts'), folder], { encoding: 'utf8' });
  expect(run.stdout).toMatch(/^0 passed, 0 failed, 0 skipped$/m);
  expect(run.status).toBe(1);
});
