import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Validation } from 'cdk8s-cli/plugins';
import { MtlsValidation } from '../../src/index';

const root = join(__dirname, '..', '..');
const example = join(root, 'examples', 'plugin');

// The types of cdk8s-cli and ours must keep fitting; the shipped declarations may not name theirs.
const fits: Validation = new MtlsValidation();

describe('what cdk8s-cli calls', () => {
  const violations: any[] = [];
  const submitted: unknown[] = [];
  const emptySelector = (namespace: string) => ({
    apiVersion: 'security.istio.io/v1', kind: 'PeerAuthentication', metadata: { name: 'default', namespace }, spec: { selector: {}, mtls: { mode: 'STRICT' } },
  });
  const context = (files: Record<string, unknown[]>) => ({
    manifests: Object.keys(files),
    metadata: { default: { path: 'team-b/policy' } } as Record<string, { path: string }>,
    report: { addViolation: (violation: unknown) => violations.push(violation), submit: (...args: unknown[]) => submitted.push(args) },
    parseManifest: (file: string) => files[file],
  });

  beforeEach(() => {
    violations.length = 0;
    submitted.length = 0;
  });

  test('two objects of one name are told apart, and warnings pass', async () => {
    const given = context({ 'dist/team-a.k8s.yaml': [emptySelector('team-a')], 'dist/team-b.k8s.yaml': [emptySelector('team-b'), null] });
    await fits.validate(given as any);
    expect(violations.map(({ ruleName, violatingResources }) => [ruleName, violatingResources])).toEqual([
      ['MTLS210 empty-selector (warning)', [{ resourceName: 'PeerAuthentication team-a/default', manifestPath: 'dist/team-a.k8s.yaml', locations: ['spec.selector'] }]],
      ['MTLS210 empty-selector (warning)', [{ resourceName: 'PeerAuthentication team-b/default', manifestPath: 'dist/team-b.k8s.yaml', locations: ['spec.selector'] }]],
    ]);
    expect(given.metadata['PeerAuthentication team-a/default'].path).toBe('team-a/policy');
    expect(given.metadata['PeerAuthentication team-b/default'].path).toBe('team-b/policy');
    expect(submitted).toEqual([['success', { error: '0', warning: '2', info: '0', acknowledged: '0' }]]);
  });

  test('failOn lowers the bar', async () => {
    await new MtlsValidation({ failOn: 'warning' }).validate(context({ 'dist/a.k8s.yaml': [emptySelector('a')] }));
    expect(submitted).toEqual([['failure', expect.objectContaining({ warning: '1' })]]);
  });

  test('nothing to say is a success', async () => {
    await new MtlsValidation(undefined).validate(context({ 'dist/a.k8s.yaml': [] }));
    expect([violations, submitted]).toEqual([[], [['success', { error: '0', warning: '0', info: '0', acknowledged: '0' }]]]);
  });

  test.each([
    [{ fail: 'error' }, 'property "fail" is not known; write one of failOn, ruleset, mesh,'],
    [{ failOn: 'fatal' }, 'failOn "fatal" is unknown; write error, warning, info or never'],
    [{ istioVersion: 1.3 }, 'istioVersion 1.3 is a number, in which 1.30 and 1.3 are the same; put it in quotes'],
    [{ rootNamespace: 'Istio' }, '"Istio"'],
    [{ ruleset: 'lax' }, "no ruleset is called 'lax'"],
    ['complete', 'properties "complete" are no map; write them as `name: value` lines'],
  ])('properties %j are refused', (properties, message) => {
    expect(() => new MtlsValidation(properties)).toThrow(message);
  });
});

describe('through the real cdk8s-cli', () => {
  let app: string;
  let plugins: string;

  beforeEach(() => {
    const workshop = mkdtempSync(join(tmpdir(), 'cdk8s-istio-mtls-plugin-'));
    app = join(workshop, 'app');
    plugins = join(workshop, 'plugins');
    cpSync(example, app, { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(workshop, 'node_modules'));
    const home = join(plugins, 'cdk8s-istio-mtls', '0.0.0', 'node_modules');
    mkdirSync(home, { recursive: true });
    symlinkSync(root, join(home, 'cdk8s-istio-mtls'));
  });

  afterEach(() => rmSync(join(app, '..'), { recursive: true, force: true }));

  function synth(): { status: number | null; report: any; stdout: string } {
    const done = spawnSync(join(root, 'node_modules', '.bin', 'cdk8s'), ['synth', '--plugins-dir', plugins, '--validation-reports-output-file', 'report.json'], {
      cwd: app, encoding: 'utf8', env: { ...process.env, CDK8S_CHECK_UPGRADE: 'false' },
    });
    const written = readdirSync(app).includes('report.json');
    return { status: done.status, stdout: done.stdout + done.stderr, report: written ? JSON.parse(readFileSync(join(app, 'report.json'), 'utf8')) : undefined };
  }

  test('by package name, from a folder filled beforehand: warnings are shown and pass', () => {
    const { status, report, stdout } = synth();
    expect([status, stdout]).toEqual([0, expect.stringContaining('MTLS210 empty-selector (warning)')]);
    expect(report.reports[0].violations.map(({ violatingConstructs: [{ constructPath, resourceName }] }: any) => [constructPath, resourceName])).toEqual([
      ['team-a/policy', 'PeerAuthentication team-a/default'],
      ['team-b/policy', 'PeerAuthentication team-b/default'],
    ]);
    for (const file of readdirSync(join(example, 'expected'))) {
      expect(readFileSync(join(app, 'dist', file), 'utf8')).toBe(readFileSync(join(example, 'expected', file), 'utf8'));
    }
  });

  test('from a local path, and an error fails the synth', () => {
    writeFileSync(join(app, 'cdk8s.yaml'), [
      'language: typescript', 'app: npx tsx main.ts', 'validations:', `  - package: ${root}`, '    version: 0.0.0', '    class: MtlsValidation',
      '    properties: { failOn: warning }', '',
    ].join('\n'));
    expect(synth()).toMatchObject({ status: 2, report: { reports: [{ summary: { status: 'failure' } }] } });
  });
});
