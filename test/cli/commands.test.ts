import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCli } from './run-cli';
import { DESCRIPTIONS } from '../../src/checks/registry';
import { folderOfFiles } from '../files/support/folder-of-files';

test('--version and --help', () => {
  const { version } = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8')) as { version: string };
  expect(runCli(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  expect(runCli(['--help'])).toEqual({ code: 0, stdout: expect.stringContaining('istio-mtls check [options] PATH...') as string, stderr: '' });
  expect(runCli(['check', '--help'])).toEqual({ code: 0, stdout: expect.stringContaining('Exit code: 0') as string, stderr: '' });
  expect(runCli(['rules', '--help']).stdout).toContain('Usage: istio-mtls rules');
});

test('help fits into 80 columns', () => {
  for (const args of [['--help'], ['check', '--help'], ['rules', '--help'], ['rules'], ['rules', 'MTLS302']]) {
    expect(runCli(args).stdout.split('\n').filter((line) => line.length > 80 && line.includes(' ') && !line.includes('http'))).toEqual([]);
  }
});

test('rules lists every check once', () => {
  const { code, stdout } = runCli(['rules']);
  expect(code).toBe(0);
  expect(stdout.match(/^MTLS\d+ /gm)!.map((id) => id.trim())).toEqual(DESCRIPTIONS.map(({ id }) => id));
});

test.each(['MTLS101', 'mtls101', 'istio-mtls::MTLS101', 'invalid-peer-authentication'])('rules %s explains it', (id) => {
  const { stdout } = runCli(['rules', id]);
  expect(stdout).toMatch(/^MTLS101 invalid-peer-authentication\n\n[A-Z]/);
  for (const part of ['\nwhen    ', '\nfix     ', '\nsource  ', '\nbad\n    apiVersion: ', '\ngood\n    apiVersion: ']) { expect(stdout).toContain(part); }
});

test('rules as JSON', () => {
  const { rules } = JSON.parse(runCli(['rules', '--format', 'json']).stdout) as { rules: Record<string, unknown>[] };
  expect(rules.map(({ id }) => id)).toEqual(DESCRIPTIONS.map(({ id }) => id));
  expect(Object.keys(rules[0])).toEqual(['id', 'name', 'why', 'severity', 'fix', 'sources', 'peers', 'bad', 'good', 'docs']);
});

describe('what is loaded', () => {
  const folder = folderOfFiles({
    'hook.js': 'process.on("exit", () => console.error(JSON.stringify(Object.keys(require.cache))));',
    'a.yaml': 'apiVersion: security.istio.io/v1\nkind: PeerAuthentication\nmetadata: {name: a, namespace: a}\nspec: {mtls: {mode: STRIKT}}\n',
  });
  const loaded = (...args: string[]) => JSON.parse(runCli(args, { cwd: folder, node: ['-r', './hook.js'] }).stderr.trim().split('\n').pop()!) as string[];

  test('check never loads cdk8s, constructs or a second YAML reader, not even with findings', () => {
    const modules = loaded('check', '.');
    expect(modules.filter((file) => /[\\/](?:cdk8s|constructs|yaml|ajv)[\\/]|src[\\/](?:constructs|tree|synth|analysis)[\\/]/.test(file))).toEqual([]);
  });

  test('--version loads next to nothing', () => {
    expect(loaded('--version').filter((file) => file.includes('node_modules'))).toEqual([]);
    expect(loaded('--version').length).toBeLessThan(10);
  });
});
