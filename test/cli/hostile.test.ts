import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { runCli } from './run-cli';
import { folderOfFiles } from '../files/support/folder-of-files';

const MIB = 1024 * 1024;
/** A heap that the machine of a small CI job has. With it the whole process stays below 1 GiB. */
const SMALL_HEAP = ['--max-old-space-size=600'];

const policy = (name: string, more = '') => `apiVersion: security.istio.io/v1\nkind: PeerAuthentication\nmetadata:\n  name: ${name}\n  namespace: p\nspec:\n  mtls:\n    mode: STRICT\n${more}`;
const service = (more: string) => `apiVersion: v1\nkind: Service\nmetadata: {name: a, namespace: p}\n${more}`;
const many = (bytes: number, document: (index: number) => string) => Array.from({ length: Math.floor(bytes / document(10_000).length) }, (_, index) => document(index)).join('');

function check(content: string | Buffer, name = 'x.yaml') {
  const cwd = folderOfFiles({ [name]: content });
  const started = performance.now();
  const result = runCli(['check', name], { cwd, node: SMALL_HEAP });
  expect(readdirSync(cwd)).toEqual([name]);
  expect(result.stdout + result.stderr).not.toMatch(/\n\s+at |node:internal/);
  // A hang is minutes; the machine of a test may be slow.
  expect(performance.now() - started).toBeLessThan(50_000);
  return result;
}

const levels = 'abcdefghijklmnop'.split('');
const bomb = levels.map((name, index) => `${name}: &${name} [${Array(9).fill(index === 0 ? 'x' : `*${levels[index - 1]}`).join(', ')}]\n`).join('');

describe('is refused before it hurts, by a cap that is named', () => {
  test.each<[string, () => string | Buffer, string]>([
    ['an alias bomb', () => service(bomb), '--max-alias-nodes'],
    ['a bomb of merge keys', () => service(`a: &a {${Array.from({ length: 5000 }, (_, index) => `k${index}: 1`).join(', ')}}\nb:\n${'- <<: *a\n'.repeat(10_000)}`), '--max-alias-nodes'],
    ['40,000 keys in one map', () => service(`spec:\n  selector:\n${Array.from({ length: 40_000 }, (_, index) => `    k${index}: v\n`).join('')}`), '--max-keys'],
    ['deep nesting, flow style', () => service(`a: ${'['.repeat(MIB)}${']'.repeat(MIB)}\n`), '--max-depth'],
    ['deep nesting, block style', () => service(Array.from({ length: 1000 }, (_, index) => `${' '.repeat(index)}a:\n`).join('')), '--max-depth'],
    ['deep nesting, compact', () => service(`a:\n${'- '.repeat(MIB)}\n`), '--max-depth'],
    ['deep nesting, unclosed', () => service(`a: ${'{a: '.repeat(MIB / 2)}`), '--max-depth'],
    ['deep nesting, JSON', () => `{"kind": "Service", "a": ${'['.repeat(MIB)}${']'.repeat(MIB)}}`, '--max-depth'],
    ['a large document', () => service(`a: |\n${'  x\n'.repeat(2 * MIB)}`), '--max-document-mib'],
    ['a large file', () => Buffer.alloc(65 * MIB, 'a: 1\n'), '--max-file-mib'],
  ])('%s', (_, content, option) => {
    const { code, stdout, stderr } = check(content());
    expect([code, stderr]).toEqual([1, '']);
    expect(stdout).toContain('MTLS001');
    expect(stdout.replace(/\s+/g, ' ')).toContain(`raise it with ${option} if the input can be trusted`);
  });
});

describe('is an error of the input', () => {
  test.each<[string, string | Buffer]>([
    ['NUL bytes', policy('"a\0b"')],
    ['a key twice', policy('a', 'spec: {}\n')],
    ['invalid UTF-8', Buffer.from(policy('a', '# \xff\xfe\xe9\n'), 'latin1')],
    ['an alias of itself', service('a: &a [*a]\n')],
    ['random bytes', randomBytes(MIB)],
    ['an unclosed quote and millions of lines', service(`a: "${'\n'.repeat(3 * MIB)}`)],
    ['one line of a million keys', 'kind: Service '.repeat(200_000)],
    ['a million keys that are one', 'kind: Service\n'.repeat(200_000)],
  ])('%s', (_, content) => {
    const { code, stdout, stderr } = check(content);
    expect([code, stderr]).toEqual([1, '']);
    expect(stdout).toContain('MTLS001');
  });
});

describe('is read', () => {
  test.each<[string, () => string, number]>([
    ['20 MB of small documents', () => many(20 * MIB, (index) => `---\na: ${index}\n`), 0],
    ['20 MB of small Services', () => many(20 * MIB, (index) => `---\napiVersion: v1\nkind: Service\nmetadata: {name: s${index}, namespace: p}\nspec: {ports: [{port: 80}]}\n`), 0],
    ['20 MB of policies, each of its own namespace', () => many(20 * MIB, (index) => `---\n${policy('a').replace('namespace: p', `namespace: p${index}`)}`), 0],
    ['20 MB of markers', () => '---\n'.repeat(5 * MIB), 0],
    ['20 MB of blanks', () => ' \n'.repeat(10 * MIB), 0],
    ['20 MB of comments', () => '#\n'.repeat(10 * MIB), 0],
    ['20 MB of directives', () => '%\n'.repeat(10 * MIB), 0],
    ['a List of many items', () => `kind: List\nitems:\n${'- {apiVersion: v1, kind: Service}\n'.repeat(100_000)}`, 0],
    ['keys that other languages trip over', () => policy('a', '__proto__: {polluted: true}\nconstructor: {prototype: {x: 1}}\n'), 0],
  ])('%s', (_, content, code) => expect(check(content())).toMatchObject({ code, stderr: '' }));
});

test('folders: links in circles, links to nothing, a folder called x.yaml, a file without permission', () => {
  const cwd = folderOfFiles({ 'x.yaml/y.yaml': policy('a') });
  mkdirSync(join(cwd, 'x.yaml/deep'));
  symlinkSync('../..', join(cwd, 'x.yaml/deep/up'));
  symlinkSync('loop.yaml', join(cwd, 'loop.yaml'));
  symlinkSync('nowhere', join(cwd, 'dangling.yaml'));
  expect(runCli(['check', '.'], { cwd })).toMatchObject({ code: 0, stderr: '' });
  expect(runCli(['check', 'x.yaml'], { cwd })).toMatchObject({ code: 0, stderr: '' });
  expect(runCli(['check', 'loop.yaml'], { cwd })).toMatchObject({ code: 2, stdout: '' });
});

test('names with escapes and commands reach neither the terminal nor the runner', () => {
  const name = '"::error file=x::pwned\\n##[command]x\\e]0;title\\a\\e[2J"';
  for (const format of ['text', 'github', 'markdown', 'junit', 'sarif']) {
    const { code, stdout } = runCli(['check', '--format', format, '-'], { input: policy(name) });
    expect(code).toBe(1);
    expect(stdout.replace(/\n/g, '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
    const commands = stdout.split('\n').filter((line) => /^\s*::|##\[/.test(line));
    expect(commands.filter((line) => !/^::(?:error|warning|notice) file=-,line=\d+,col=\d+,title=MTLS\d+ [a-z-]+::/.test(line))).toEqual([]);
  }
});
