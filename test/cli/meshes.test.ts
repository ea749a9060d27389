import { idsIn, runCli } from './run-cli';
import { folderOfFiles } from '../files/support/folder-of-files';

const policy = (name: string, mode: string, namespace = 'shop', selector = '') =>
  `---\napiVersion: security.istio.io/v1\nkind: PeerAuthentication\nmetadata: {name: ${name}, namespace: ${namespace}}\nspec: {${selector}mtls: {mode: ${mode}}}\n`;
const files = {
  'east/a.yaml': policy('default', 'STRICT'),
  'east/b/a.yaml': policy('default', 'DISABLE'),
  'west/a.yaml': policy('default', 'STRICT'),
  'selecting.yaml': policy('web', 'STRICT', 'shop', 'selector: {matchLabels: {app: web}}, '),
  'root.yaml': policy('web', 'STRICT', 'mesh-config', 'selector: {matchLabels: {app: web}}, '),
};

function check(args: readonly string[], extra: Readonly<Record<string, string>> = {}) {
  const cwd = folderOfFiles({ ...files, ...extra });
  const { code, stdout, stderr } = runCli(['check', '--format', 'json', ...args], { cwd });
  return { code, stderr, ids: code === 2 ? [] : idsIn(stdout), stdout };
}

test('in a named mesh copies are copies, and meshes never meet', () => {
  expect(check(['.']).ids).not.toContain('MTLS103');
  const { stdout, ids } = check(['--mesh', 'east=east/a.yaml', '--mesh', 'west=west', '--mesh', 'west=east/a.yaml']);
  expect(ids.filter((id) => id === 'MTLS103')).toEqual([]);
  expect(stdout).not.toContain('"mesh": "default"');
  const both = folderOfFiles({ 'a.yaml': policy('default', 'STRICT') + policy('default', 'DISABLE'), 'b.yaml': policy('default', 'STRICT') });
  const found = JSON.parse(runCli(['check', '--format', 'json', '--mesh', 'one=a.yaml', '--mesh', 'two=b.yaml'], { cwd: both }).stdout) as { findings: { id: string; mesh: string }[] };
  expect(found.findings.filter(({ id }) => id === 'MTLS103').map(({ mesh }) => mesh)).toEqual(['one']);
});

test('the profile says what manifests cannot', () => {
  expect(check(['root.yaml']).ids).not.toContain('MTLS201');
  expect(check(['root.yaml', '--root-namespace', 'mesh-config'])).toMatchObject({ code: 1, ids: ['MTLS201'] });
  expect(check(['root.yaml', '--profile', 'profile.yaml'], { 'profile.yaml': 'rootNamespace: mesh-config\nautoMtls: true\nistioVersion: "1.30"\n' }).ids).toEqual(['MTLS201']);
  expect(check(['root.yaml', '--profile', 'profile.json'], { 'profile.json': '{"rootNamespace": "mesh-config"}' }).ids).toEqual(['MTLS201']);
});

test('one profile a mesh', () => {
  const profile = '- {mesh: east, rootNamespace: mesh-config}\n- {mesh: west, rootNamespace: other}\n';
  const { stdout } = check(['--mesh', 'east=root.yaml', '--mesh', 'west=root.yaml', '--profile', 'p.yaml'], { 'p.yaml': profile });
  expect((JSON.parse(stdout) as { findings: { id: string; mesh: string }[] }).findings.filter(({ id }) => id === 'MTLS201').map(({ mesh }) => mesh)).toEqual(['east']);
});

test.each([
  ['a field that is none', 'rootNameSpace: x\n', 'p.yaml: rootNameSpace is no field of a profile; there are mesh, rootNamespace, '],
  ['a version that YAML made a number of', 'istioVersion: 1.30\n', 'p.yaml: istioVersion 1.3 is no release of Istio; write it as "1.30" or "1.30.2", in quotes in a file'],
  ['a flag that is none', 'autoMtls: on\n', 'p.yaml: autoMtls "on" is neither true nor false'],
  ['a mode that is none', 'meshMode: UNSET\n', 'p.yaml: meshMode "UNSET" is unknown; write one of DISABLE, PERMISSIVE, STRICT'],
  ['a domain that is none', 'clusterDomain: "a b"\n', 'p.yaml: clusterDomain "a b" is refused: '],
  ['exportTo that is none', 'defaultRuleExportTo: all\n', 'p.yaml: defaultRuleExportTo: '],
  ['text', 'hello\n', 'the profile p.yaml holds "hello"; write fields such as rootNamespace'],
  ['no YAML', 'a: [\n', 'the profile p.yaml:2 cannot be read: not YAML: '],
  ['a mesh twice', '[{mesh: a}, {mesh: a}]\n', 'the profile p.yaml describes mesh "a" twice'],
  ['several meshes without paths of their own', '[{mesh: a}, {mesh: b}]\n', 'p.yaml describes 2 meshes; say which paths belong to each with --mesh NAME=PATH'],
])('wrong usage: %s', (_, profile, message) => {
  const { code, stderr } = check(['root.yaml', '--profile', 'p.yaml'], { 'p.yaml': profile });
  expect(code).toBe(2);
  expect(stderr).toContain(message);
});

test('wrong usage: a profile of a mesh without paths', () => {
  expect(check(['--mesh', 'a=root.yaml', '--profile', 'p.yaml'], { 'p.yaml': 'mesh: b\n' }).stderr).toContain('describes mesh "b", which has no path; give it --mesh NAME=PATH');
});

test('context is looked at, and gives no findings of its own', () => {
  const cluster = policy('old', 'PERMISSIVE') + policy('default', 'STRIKT', 'other');
  expect(check(['east/a.yaml'], { 'cluster.yaml': cluster }).ids).toEqual([]);
  expect(check(['east/a.yaml', '--context', 'cluster.yaml'], { 'cluster.yaml': cluster }).ids).toContain('MTLS301');
  expect(check(['east/a.yaml', '--context', 'cluster.yaml'], { 'cluster.yaml': cluster }).ids).not.toContain('MTLS101');
});

test('what the cluster has is replaced by what is applied', () => {
  expect(check(['east/a.yaml', '--context', 'cluster.yaml'], { 'cluster.yaml': policy('default', 'DISABLE') }).ids).toEqual([]);
});

test('--complete is taken back when something is missing', () => {
  const template = { 'chart/Chart.yaml': 'name: x\n', 'chart/templates/a.yaml': 'kind: Service\nmetadata: {name: "{{ x }}"}\n' };
  expect(check(['selecting.yaml', '--complete']).stderr).toBe('');
  expect(check(['selecting.yaml', 'chart', '--complete'], template).stderr).toBe('istio-mtls: --complete does not count: 1 inputs were skipped or could not be read\n');
  expect(check(['east', 'west', '--complete']).stderr).toContain('istio-mtls: --complete does not count: the input holds ');
});

test('--today makes overdue exceptions errors', () => {
  const exception = policy('default', 'PERMISSIVE').replace('namespace: shop}', 'namespace: shop, annotations: {cdk8s-istio-mtls/owner: me, cdk8s-istio-mtls/reason: why, cdk8s-istio-mtls/review-by: "2026-01-01"}}');
  expect(check(['x.yaml'], { 'x.yaml': exception }).ids).not.toContain('MTLS507');
  expect(check(['x.yaml', '--today', '2026-11-21'], { 'x.yaml': exception })).toMatchObject({ code: 1 });
});
