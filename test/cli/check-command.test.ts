import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { idsIn, MAIN, runCli } from './run-cli';
import { folderOfFiles } from '../files/support/folder-of-files';

const policy = (name: string, mode: string, namespace = 'shop') =>
  `---\napiVersion: security.istio.io/v1\nkind: PeerAuthentication\nmetadata:\n  name: ${name}\n  namespace: ${namespace}\nspec:\n  mtls:\n    mode: ${mode}\n`;
const GOOD = policy('default', 'STRICT');
const BAD = policy('default', 'STRIKT');
const WEAK = policy('default', 'PERMISSIVE');

describe('exit code, standard output, standard error', () => {
  const folder = folderOfFiles({ 'good.yaml': GOOD, 'bad.yaml': BAD, 'weak.yaml': WEAK, 'broken.yaml': `${GOOD}extra: [\n` });
  const text = (lines: readonly string[]) => `${lines.join('\n')}\n`;

  test.each<[string, string[], number, string]>([
    ['nothing found', ['good.yaml'], 0, '0 errors, 0 warnings, 0 infos\n'],
    ['an error', ['bad.yaml'], 1, text([
      'PeerAuthentication shop/default',
      '  error   MTLS101 invalid-peer-authentication',
      '    in   bad.yaml:9:5',
      '         mode "STRIKT" is unknown, so the schema in the API server and istiod\'s',
      '         webhook refuse the object',
      '    fix  write UNSET, DISABLE, PERMISSIVE or STRICT in upper case',
      '',
      '1 error, 0 warnings, 0 infos',
    ])],
    ['input that cannot be read', ['broken.yaml'], 1, text([
      'input that cannot be read',
      '  error   MTLS001 unreadable-input',
      '    in   broken.yaml:11:1',
      '         not YAML: unexpected end of the stream within a flow collection',
      '    fix  correct the document, or raise the cap with the option that the message',
      '         names',
      '',
      '1 error, 0 warnings, 0 infos',
    ])],
  ])('%s', (_, args, code, stdout) => expect(runCli(['check', ...args], { cwd: folder })).toEqual({ code, stdout, stderr: '' }));

  test.each([
    ['error', 'weak.yaml', 0], ['warning', 'weak.yaml', 1], ['info', 'good.yaml', 0], ['never', 'bad.yaml', 0],
  ])('--fail-on %s with %s', (failOn, file, code) => expect(runCli(['check', '--fail-on', failOn, file], { cwd: folder }).code).toBe(code));

  test('the strict ruleset has more errors', () => {
    expect(runCli(['check', 'weak.yaml'], { cwd: folder }).code).toBe(0);
    expect(runCli(['check', '--ruleset', 'strict@1.0', 'weak.yaml'], { cwd: folder }).code).toBe(1);
  });

  test.each<[string, string[], string]>([
    ['no command', [], 'no command; write check or rules, or --help'],
    ['another command', ['lint'], 'unknown command \'lint\'; write check or rules, or --help'],
    ['no path', ['check'], 'nothing to check; name files or folders, or - for standard input'],
    ['a path that is not there', ['check', 'nowhere'], 'cannot read \'nowhere\' (ENOENT); name files and folders that exist and may be read, or - for standard input'],
    ['another option', ['check', '--colour', 'x'], 'Unknown option \'--colour\''],
    ['an option without value', ['check', '--format'], 'Option \'--format <value>\' argument missing'],
    ['another format', ['check', '--format', 'xml', 'good.yaml'], '--format "xml" is unknown; write one of text, json, sarif, junit, markdown, github'],
    ['another threshold', ['check', '--fail-on', 'fatal', 'good.yaml'], '--fail-on "fatal" is unknown; write one of error, warning, info, never'],
    ['another ruleset', ['check', '--ruleset', 'lax', 'good.yaml'], 'no ruleset is called \'lax\'; there are recommended@1.0, strict@1.0'],
    ['a day that is none', ['check', '--today', '2026-02-30', 'good.yaml'], '--today "2026-02-30" is no day; write it as 2027-03-31'],
    ['a cap that is none', ['check', '--max-keys', '0', 'good.yaml'], '--max-keys "0" is no number; write a whole one above 0'],
    ['a mesh without path', ['check', '--mesh', 'prod'], '--mesh "prod" has no name and path; write NAME=PATH'],
    ['a path without mesh', ['check', '--mesh', 'a=good.yaml', 'bad.yaml'], '"bad.yaml" belongs to no mesh; with --mesh give every path as --mesh NAME=PATH'],
    ['a root namespace that is none', ['check', '--root-namespace', 'A_b', 'good.yaml'], '--root-namespace: namespace "A_b" is no Kubernetes namespace'],
    ['a data plane that is none', ['check', '--data-plane', 'x', 'good.yaml'], '--data-plane "x" is unknown; write one of sidecar, ambient, none, unknown'],
    ['a version that is none', ['check', '--istio-version', 'latest', 'good.yaml'], '--istio-version "latest" is no release of Istio'],
    ['a baseline that is not there', ['check', '--baseline', 'no.json', 'good.yaml'], 'cannot read the baseline \'no.json\' (ENOENT)'],
    ['a baseline that is none', ['check', '--baseline', 'good.yaml', 'good.yaml'], 'the baseline is not JSON'],
    ['a profile that is not there', ['check', '--profile', 'no.yaml', 'good.yaml'], 'cannot read the profile \'no.yaml\' (ENOENT)'],
    ['an output that cannot be written', ['check', '--output', 'no/folder/x', 'good.yaml'], 'cannot write \'no/folder/x\' (ENOENT); name a file in a folder that exists'],
    ['another rule', ['rules', 'MTLS999'], 'no check is called "MTLS999"; istio-mtls rules lists them all'],
  ])('wrong usage: %s', (_, args, message) => {
    const { code, stdout, stderr } = runCli(args, { cwd: folder });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^istio-mtls: [^\n]*\n$/);
    expect(stderr).toContain(message);
  });
});

describe('input', () => {
  test('through a pipe', () => {
    expect(runCli(['check', '-', '--format', 'json'], { input: BAD })).toMatchObject({ code: 1, stderr: '' });
    expect(JSON.parse(runCli(['check', '-', '--format', 'json'], { input: BAD }).stdout)).toMatchObject({ findings: [{ id: 'MTLS101', file: '-', line: 9, column: 5 }] });
    expect(runCli(['check', '-'], { input: BAD }).stdout).toContain('    in   standard input:9:5\n');
    expect(runCli(['check', '-'], { input: '' })).toEqual({ code: 0, stdout: '0 errors, 0 warnings, 0 infos\n', stderr: '' });
  });

  test('through a shell', () => {
    const folder = folderOfFiles({ 'bad.yaml': BAD });
    const run = (script: string) => execFileSync('bash', ['-c', script], { cwd: folder, encoding: 'utf8', env: { ...process.env, MAIN, NODE: process.execPath } });
    expect(run('cat bad.yaml | "$NODE" "$MAIN" check - ; echo $?')).toMatch(/1 error.*\n1\n$/);
    expect(run('"$NODE" "$MAIN" check <(cat bad.yaml) ; echo $?')).toMatch(/fd\/\d+:9:5[^]*\n1\n$/);
    expect(run('for i in $(seq 2000); do echo ---; cat bad.yaml; done | "$NODE" "$MAIN" check - 2>&1 | head -1')).toBe('PeerAuthentication shop/default\n');
  });

  const dump = (count: number, mode: (index: number) => string) => ({
    apiVersion: 'v1',
    items: Array.from({ length: count }, (_, index) => ({
      apiVersion: 'security.istio.io/v1',
      kind: 'PeerAuthentication',
      metadata: {
        annotations: { 'kubectl.kubernetes.io/last-applied-configuration': '{"apiVersion":"security.istio.io/v1"}\n' },
        creationTimestamp: '2026-11-21T08:00:00Z', generation: 1, name: 'default', namespace: `ns-${index}`, resourceVersion: String(index), uid: `00000000-${index}`,
      },
      spec: { mtls: { mode: mode(index) } },
      status: {},
    })),
    kind: 'List',
    metadata: { resourceVersion: '' },
  });

  test('kubectl get -o json and -o yaml of 10,000 objects, with one fault near the end', () => {
    const list = dump(10_000, (index) => index === 9990 ? 'STRIKT' : 'STRICT');
    const yaml = ['apiVersion: v1', 'items:', ...list.items.map(({ metadata, spec }) => [
      '- apiVersion: security.istio.io/v1', '  kind: PeerAuthentication', '  metadata:', '    annotations:',
      '      kubectl.kubernetes.io/last-applied-configuration: |', '        {"apiVersion":"security.istio.io/v1"}',
      `    creationTimestamp: "${metadata.creationTimestamp}"`, '    generation: 1', '    name: default', `    namespace: ${metadata.namespace}`,
      `    resourceVersion: "${metadata.resourceVersion}"`, `    uid: ${metadata.uid}`, '  spec:', '    mtls:', `      mode: ${spec.mtls.mode}`, '  status: {}',
    ].join('\n')), 'kind: List', 'metadata:', '  resourceVersion: ""', ''].join('\n');
    for (const input of [yaml, JSON.stringify(list, null, 4)]) {
      const { code, stdout, stderr } = runCli(['check', '-', '--format', 'json'], { input });
      expect([code, stderr]).toEqual([1, '']);
      const { findings } = JSON.parse(stdout) as { findings: { id: string; line: number; object: { namespace: string } }[] };
      expect(findings.map(({ id, object }) => [id, object.namespace])).toEqual([['MTLS101', 'ns-9990']]);
      expect(input.split('\n')[findings[0].line - 1]).toContain('STRIKT');
    }
  });

  test('a folder of 2,000 files', () => {
    const folder = folderOfFiles(Object.fromEntries(Array.from({ length: 2000 }, (_, index) =>
      [`team-${index % 40}/app-${index}.yaml`, policy('default', index === 1234 ? 'STRIKT' : 'STRICT', `ns-${index}`)])));
    const { code, stdout, stderr } = runCli(['check', '.', '--format', 'json'], { cwd: folder });
    expect([code, stderr, idsIn(stdout)]).toEqual([1, '', ['MTLS101']]);
    expect(stdout).toContain('"file": "team-34/app-1234.yaml"');
  });

  test('the same bytes for the same input, whatever the folder is called', () => {
    const files = { 'b/x.yaml': BAD, 'a/y.yaml': WEAK, 'a/z.yaml': GOOD };
    const [one, other] = [folderOfFiles(files), folderOfFiles(files)].map((folder) => ['text', 'json', 'sarif', 'junit', 'markdown', 'github']
      .map((format) => runCli(['check', '--format', format, '.'], { cwd: folder }).stdout));
    expect(one).toEqual(other);
    expect(one.join('')).not.toContain('/tmp');
  });
});

describe('output', () => {
  test('goes to the named file only', () => {
    const folder = folderOfFiles({ 'bad.yaml': BAD });
    expect(runCli(['check', '--output', 'report.json', '--format', 'json', '.'], { cwd: folder })).toEqual({ code: 1, stdout: '', stderr: '' });
    expect(readdirSync(folder).sort()).toEqual(['bad.yaml', 'report.json']);
    expect(idsIn(readFileSync(join(folder, 'report.json'), 'utf8'))).toEqual(['MTLS101']);
  });

  test('a baseline keeps what was there quiet, and nothing else', () => {
    const folder = folderOfFiles({ 'a.yaml': WEAK });
    expect(runCli(['check', '--fail-on', 'warning', '--write-baseline', 'base.json', 'a.yaml'], { cwd: folder })).toEqual({
      code: 0, stdout: '0 errors, 0 warnings, 0 infos, 1 in the baseline\n', stderr: 'istio-mtls: base.json holds 1 findings now\n',
    });
    const again = (input: string) => runCli(['check', '--fail-on', 'warning', '--baseline', 'base.json', '-'], { cwd: folder, input });
    expect(again(WEAK).code).toBe(0);
    expect(again(WEAK + policy('other', 'STRICKT', 'other')).stdout).toMatch(/MTLS101[^]*1 error, 0 warnings, 0 infos, 1 in the baseline\n$/);
  });

  test('no colour in a pipe', () => expect(runCli(['check', '-'], { input: BAD, env: { FORCE_COLOR: '1' } }).stdout).not.toContain('\u001b'));
});
