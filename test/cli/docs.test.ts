import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { idsIn, runCli } from './run-cli';
import { CHECK_HELP } from '../../src/cli/help';
import { profileFieldsOf } from '../../src/cli/profile-fields';
import { CAP_OPTIONS, DEFAULT_CAPS } from '../../src/files/caps';
import { FORMAT_NAMES } from '../../src/report/formats';
import { folderOfFiles } from '../files/support/folder-of-files';

const guide = readFileSync(join(__dirname, '../../docs/ci.md'), 'utf8');
const blocks = (language: string) => [...guide.matchAll(new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``, 'g'))].map(([, text]) => text);

test('every option of the guide is one of the command', () => {
  const used = [...guide.matchAll(/istio-mtls check ([^|\n`]*)/g)].flatMap(([, rest]) => rest.match(/--[a-z-]+/g) ?? []);
  expect(used.length).toBeGreaterThan(15);
  expect(used.filter((option) => !CHECK_HELP.includes(`  ${option} `))).toEqual([]);
});

test('every format and cap is in the guide', () => {
  for (const format of FORMAT_NAMES) { expect(guide).toContain(`\`${format}\``); }
  for (const option of Object.values(CAP_OPTIONS)) { expect(guide).toContain(`| \`${option}\` |`); }
  expect(guide).toContain(`| ${DEFAULT_CAPS.fileBytes / 1024 / 1024} MiB |`);
});

test('its YAML is YAML, its profile a profile', () => {
  const [profile, ...others] = blocks('yaml');
  expect(profileFieldsOf(Object.entries(load(profile) as object), (field) => field)).toMatchObject({ rootNamespace: 'istio-system', istioVersion: { major: 1, minor: 30 } });
  expect(others.map((text) => typeof load(text))).toEqual(others.map(() => 'object'));
});

const policy = (mode: string, more = '') =>
  `apiVersion: security.istio.io/v1\nkind: PeerAuthentication\nmetadata:\n  name: default\n  namespace: shop\n${more}spec: {mtls: {mode: ${mode}}}\n`;

test('its acknowledgement acknowledges', () => {
  const annotations = blocks('yaml').find((text) => text.includes('acknowledge.MTLS506'))!.replace('metadata:\n', '');
  const cwd = folderOfFiles({ 'a.yaml': policy('PERMISSIVE', annotations), 'b.yaml': policy('PERMISSIVE') });
  expect(idsIn(runCli(['check', '--format', 'json', 'b.yaml'], { cwd }).stdout)).toContain('MTLS506');
  const { stdout } = runCli(['check', '--format', 'json', 'a.yaml'], { cwd });
  expect(idsIn(stdout)).toEqual([]);
  expect((JSON.parse(stdout) as { acknowledged: unknown[] }).acknowledged).toEqual([expect.objectContaining({ id: 'MTLS506', reason: 'vendor appliance, replaced in Q2', until: '2027-06-30' })]);
});
