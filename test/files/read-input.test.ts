import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { folderOfFiles } from './support/folder-of-files';
import { DEFAULT_CAPS } from '../../src/files/caps';
import { InputSource, readInput, UnreadablePath } from '../../src/files/read-input';

const service = (name: string) => `apiVersion: v1\nkind: Service\nmetadata: {name: ${name}, namespace: p}\n`;

function read(cwd: string, ...paths: readonly (string | Partial<InputSource>)[]) {
  const sources = paths.map((path): InputSource => ({ path: '.', mesh: 'default', context: false, ...typeof path === 'string' ? { path } : path }));
  const input = readInput(sources, { cwd, caps: DEFAULT_CAPS });
  return {
    objects: input.manifests.map(({ object, origin }) => `${(object as { metadata: { name: string } }).metadata.name} ${origin?.file}`),
    problems: input.problems.map(({ origin, message }) => `${origin.file} ${message}`),
    skipped: input.skipped.map(({ file, reason }) => `${file} ${reason}`),
    input,
  };
}

test('a folder in the order of the names, whatever is in it', () => {
  const folder = folderOfFiles({
    'b.yml': service('b'),
    'B.yaml': service('big'),
    'a/z.json': '{"apiVersion": "v1", "kind": "Service", "metadata": {"name": "z"}}',
    'a.yaml/c.yaml': service('c'),
    'a/readme.md': service('no'),
    'node_modules/x/d.yaml': service('no'),
    '.git/e.yaml': service('no'),
    'notes.yaml': 'just text',
    'package-lock.json': '{"packages": {',
  });
  expect(read(folder, '.')).toMatchObject({ objects: ['big B.yaml', 'b b.yml', 'z a/z.json', 'c a.yaml/c.yaml'], problems: [], skipped: [] });
});

test('a named file is read whatever its name is, and once', () => {
  const folder = folderOfFiles({ 'manifests.txt': service('a'), 'x/b.yaml': service('b') });
  expect(read(folder, 'manifests.txt', 'x', 'x/b.yaml', './x/../manifests.txt').objects).toEqual(['a manifests.txt', 'b x/b.yaml']);
});

test('paths are relative to where the user stands', () => {
  const folder = folderOfFiles({ 'x/a.yaml': service('a'), 'y/b.yaml': service('b') });
  expect(read(join(folder, 'x'), join(folder, 'y'), '../x/a.yaml').objects).toEqual(['b ../y/b.yaml', 'a a.yaml']);
});

test('one file in two meshes is read for each', () => {
  const folder = folderOfFiles({ 'a.yaml': service('a') });
  const { input } = read(folder, { path: 'a.yaml', mesh: 'east' }, { path: 'a.yaml', mesh: 'west', context: true });
  expect(input.manifests.map(({ mesh, context }) => [mesh, context])).toEqual([['east', false], ['west', true]]);
});

test('links: once a file, never in circles, and a dangling one is said', () => {
  const folder = folderOfFiles({ 'x/a.yaml': service('a'), 'other/b.yaml': service('b') });
  mkdirSync(join(folder, 'x/sub'));
  symlinkSync('..', join(folder, 'x/sub/up'));
  symlinkSync('self.yaml', join(folder, 'x/self.yaml'));
  symlinkSync('nowhere.yaml', join(folder, 'x/dangling.yaml'));
  symlinkSync('a.yaml', join(folder, 'x/same.yaml'));
  symlinkSync('../other/b.yaml', join(folder, 'x/linked.yaml'));
  symlinkSync('../../other', join(folder, 'x/sub/folder.yaml'));
  expect(read(folder, 'x')).toMatchObject({
    objects: ['a x/a.yaml', 'b x/linked.yaml'], problems: [], skipped: ['x/dangling.yaml dangling-link', 'x/self.yaml dangling-link'],
  });
});

test.each([
  ['a path that is not there', 'nowhere.yaml', 'cannot read \'nowhere.yaml\' (ENOENT); name files and folders that exist and may be read, or - for standard input'],
  ['a link in a circle', 'self.yaml', 'cannot read \'self.yaml\' (ELOOP); name files and folders that exist and may be read, or - for standard input'],
  ['a path through a file', 'a.yaml/b', 'cannot read \'a.yaml/b\' (ENOTDIR); name files and folders that exist and may be read, or - for standard input'],
])('%s', (_, path, message) => {
  const folder = folderOfFiles({ 'a.yaml': service('a') });
  symlinkSync('self.yaml', join(folder, 'self.yaml'));
  expect(() => read(folder, path)).toThrow(new UnreadablePath(message));
});

test('a named pipe that nobody named is passed over, a named one is read', () => {
  const folder = folderOfFiles({ 'a.yaml': service('a') });
  execFileSync('mkfifo', [join(folder, 'pipe.yaml')]);
  expect(read(folder, '.').objects).toEqual(['a a.yaml']);
});

test('a file over the cap is not read', () => {
  const folder = folderOfFiles({ 'a.yaml': service('a'), 'data.json': '{"a": "0123456789"}' });
  const caps = { ...DEFAULT_CAPS, fileBytes: 16 };
  const readWith = (path: string) => readInput([{ path, mesh: 'default', context: false }], { cwd: folder, caps });
  const refusal: unknown = expect.stringMatching(/^a file of 0.1 MiB, the cap is .* MiB; raise it with --max-file-mib/);
  expect(readWith('data.json').problems.map(({ message }) => message)).toEqual([refusal]);
  const { problems, skipped } = readWith('.');
  expect(problems.map(({ origin, message }) => [origin.file, message])).toEqual([['a.yaml', refusal]]);
  expect(skipped.map(({ file, reason }) => [file, reason])).toEqual([['data.json', 'too-large']]);
});

describe('encodings', () => {
  const text = `${service('a')}# ä 😀\n`;
  const utf16 = Buffer.from(`\uFEFF${text}`, 'utf16le');
  test.each([
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16, little endian, as PowerShell writes it', utf16],
    ['UTF-16, big endian', Buffer.from(utf16).swap16()],
  ])('%s', (_, bytes) => expect(read(folderOfFiles({ 'a.yaml': bytes }), 'a.yaml')).toMatchObject({ objects: ['a a.yaml'], problems: [] }));

  test('others are said where they matter', () => {
    const folder = folderOfFiles({ 'a.yaml': Buffer.from(text, 'latin1'), 'b.yaml': Buffer.from('a: ä\n', 'latin1') });
    expect(read(folder, '.')).toMatchObject({ objects: [], problems: ['a.yaml not UTF-8: bytes that are no character'] });
  });
});

test('templates of a chart are passed over, its other files are not', () => {
  const template = 'apiVersion: v1\nkind: Service\nmetadata: {name: "{{ .Release.Name }}"}\n';
  const folder = folderOfFiles({
    'chart/Chart.yaml': 'name: x\n',
    'chart/templates/a.yaml': `${template}---\n${template}`,
    'chart/templates/sub/b.yaml': '{{- range .x }}\nkind: Service\n{{- end }}\n',
    'chart/templates/static.yaml': service('static'),
    'chart/templates/NOTES.yaml': '{{ .Values.notes }}\n',
    'chart/crds/c.yaml': service('c'),
    'templates/d.yaml': service('d'),
  });
  expect(read(folder, '.')).toMatchObject({
    objects: ['c chart/crds/c.yaml', 'static chart/templates/static.yaml', 'd templates/d.yaml'],
    problems: [],
    skipped: ['chart/templates/a.yaml helm-template', 'chart/templates/sub/b.yaml helm-template'],
  });
  expect(read(folder, 'chart/templates/a.yaml').skipped).toEqual(['chart/templates/a.yaml helm-template']);
});

test('what a kustomization calls a patch is no object', () => {
  const folder = folderOfFiles({
    'base/service.yaml': service('a'),
    'base/kustomization.yaml': 'resources: [service.yaml]\n',
    'prod/kustomization.yaml': 'resources: [../base, extra.yaml]\npatches:\n- path: patch.yaml\n- patch: |-\n    kind: Service\npatchesStrategicMerge: [old.yaml]\npatchesJson6902:\n- path: json.yaml\n',
    'prod/patch.yaml': service('a'),
    'prod/old.yaml': service('a'),
    'prod/json.yaml': '- op: replace\n',
    'prod/extra.yaml': service('extra'),
    'test/Kustomization': 'patches: [{path: ./changes/patch.yaml}]\n',
    'test/changes/patch.yaml': 'kind: Service\nmetadata: {name: a\n',
  });
  expect(read(folder, '.')).toMatchObject({
    objects: ['a base/service.yaml', 'extra prod/extra.yaml'],
    problems: [],
    skipped: ['prod/old.yaml kustomize-patch', 'prod/patch.yaml kustomize-patch'],
  });
});
