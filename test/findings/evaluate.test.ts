import { checkWith, policyCheck } from './policy-check';
import { evaluate, EvaluateOptions } from '../../src/findings/evaluate';
import { Finding } from '../../src/findings/finding';
import { STRICT } from '../../src/findings/ruleset';
import { buildSnapshot } from '../../src/istio/model/build-snapshot';
import { Manifest } from '../../src/istio/model/manifest';

function policy(name: string, parts: Omit<Manifest, 'object'> = {}): Manifest {
  return { ...parts, object: { apiVersion: 'security.istio.io/v1', kind: 'PeerAuthentication', metadata: { name, namespace: 'production' }, spec: {} } };
}

function reportOn(manifests: readonly Manifest[], options: EvaluateOptions) {
  return evaluate(buildSnapshot(manifests, []), options);
}

const brief = ({ id, severity, mesh, object, message }: Finding) => `${id} ${severity} ${mesh} ${object.name}: ${message}`;

test('a finding says everything about its observation', () => {
  const { findings } = reportOn([policy('api', { mesh: 'staging', origin: { file: 'a.yaml', document: 2 } })], { checks: [policyCheck('MTLS201')] });
  expect(findings).toEqual([{
    id: 'MTLS201',
    name: 'name-of-mtls201',
    severity: 'warning',
    message: 'about api',
    fix: 'the fix',
    docs: 'docs/checks/MTLS201.md',
    mesh: 'staging',
    object: { apiVersion: 'security.istio.io/v1', kind: 'PeerAuthentication', namespace: 'production', name: 'api' },
    path: 'spec',
    origin: { file: 'a.yaml', document: 2 },
    related: [],
  }]);
});

test('related objects are named with their places', () => {
  const check = checkWith('MTLS302', ({ mesh: { policies: [first, ...related] } }) => first ? [
    { severity: 'error', resource: first, path: '', message: 'm', fix: 'f', related },
  ] : []);
  const { findings } = reportOn([policy('a'), policy('b', { origin: { file: 'b.yaml' } })], { checks: [check] });
  expect(findings[0]?.related).toEqual([
    { apiVersion: 'security.istio.io/v1', kind: 'PeerAuthentication', namespace: 'production', name: 'b', origin: { file: 'b.yaml' } },
  ]);
});

test('each mesh is checked by itself', () => {
  const seen: string[] = [];
  const check = checkWith('MTLS201', ({ mesh, problems, today }) => {
    seen.push(`${mesh.profile.mesh}: ${mesh.policies.map(({ name }) => name).join()} ${problems.map((problem) => problem.mesh).join()} ${today}`);
    return [];
  });
  reportOn([policy('a', { mesh: 'one' }), policy('b', { mesh: 'two' }), { object: 'text', mesh: 'two' }], { checks: [check], today: '2026-11-21' });
  expect(seen.sort()).toEqual(['one: a  2026-11-21', 'two: b two 2026-11-21']);
});

describe('a check that throws', () => {
  const broken = checkWith('MTLS303', ({ mesh }) => { throw new Error(`no rule in ${mesh.profile.mesh}\nat line 1`); });

  test('is a finding, once a mesh, and the others go on', () => {
    const { findings } = reportOn([policy('a', { mesh: 'one' }), policy('b', { mesh: 'two' })], { checks: [broken, policyCheck('MTLS201')] });
    expect(findings.map(brief)).toEqual([
      'MTLS002 error one : MTLS303 stopped in this mesh: no rule in one',
      'MTLS002 error two : MTLS303 stopped in this mesh: no rule in two',
      'MTLS201 warning one a: about a',
      'MTLS201 warning two b: about b',
    ]);
    expect(findings[0]).toMatchObject({ path: '', origin: {}, related: [], fix: expect.stringContaining('report the message') });
  });

  test('keeps what it said before, and may throw anything', () => {
    const halfway = checkWith('MTLS303', function* ({ mesh: { policies: [resource] } }) {
      if (resource) { yield { severity: 'info', resource, path: '', message: 'before', fix: 'f' }; }
      throw 'no error object';
    });
    expect(reportOn([policy('a')], { checks: [halfway] }).findings.map(brief)).toEqual([
      'MTLS002 error default : MTLS303 stopped in this mesh: no error object',
      'MTLS303 info default a: before',
    ]);
  });
});

describe('unreadable input', () => {
  test('is a finding, from the snapshot and from the readers', () => {
    const unreadable = [{ mesh: 'default', origin: { file: 'b.yaml' }, path: '', message: 'duplicate key \'mtls\'', object: '' }];
    const { findings } = reportOn([{ object: 'text', origin: { file: 'a.yaml', document: 0 } }], { checks: [], unreadable });
    expect(findings.map(({ origin, ...finding }) => [brief(finding as Finding), origin])).toEqual([
      ['MTLS001 error default : expected a Kubernetes object, got "text"', { file: 'a.yaml', document: 0 }],
      ['MTLS001 error default : duplicate key \'mtls\'', { file: 'b.yaml' }],
    ]);
  });

  test('a wrong field in an object that was read is none', () => {
    const metadata = { name: 'api', namespace: 'production' };
    const manifest = { object: { apiVersion: 'v1', kind: 'Service', metadata, spec: { ports: [{ port: 'x' }] } } };
    expect(buildSnapshot([manifest], []).problems.map(({ path }) => path)).toEqual(['spec.ports[0].port']);
    expect(reportOn([manifest], { checks: [] }).findings).toEqual([]);
  });
});

describe('rulesets', () => {
  const checks = [policyCheck('MTLS505'), policyCheck('MTLS509')];

  test.each<[string, EvaluateOptions, string[]]>([
    ['the checks as they are', {}, ['MTLS505 warning', 'MTLS509 warning']],
    ['a higher severity', { ruleset: STRICT }, ['MTLS509 error', 'MTLS505 warning']],
    ['what the surface decides on top', { ruleset: STRICT, severities: new Map([['MTLS509', 'info']]) }, ['MTLS505 warning', 'MTLS509 info']],
    ['a check that is off', { severities: new Map([['MTLS505', 'off']]) }, ['MTLS509 warning']],
    ['a check that the version does not know', { ruleset: { ...STRICT, ids: ['MTLS505'] } }, ['MTLS505 warning']],
  ])('%s', (_, options, expected) => {
    const { findings } = reportOn([policy('a')], { checks, ...options });
    expect(findings.map(({ id, severity }) => `${id} ${severity}`)).toEqual(expected);
  });

  test('what makes the report unreliable stays an error', () => {
    const broken = checkWith('MTLS303', () => { throw new Error('broken'); });
    for (const severity of ['off', 'info'] as const) {
      const severities = new Map([['MTLS001', severity], ['MTLS002', severity]]);
      const { findings } = reportOn([{ object: 'text' }], { checks: [broken], severities });
      expect(findings.map((finding) => `${finding.id} ${finding.severity}`)).toEqual(['MTLS001 error', 'MTLS002 error']);
    }
  });

  test('a check that is off does not run, and silences nobody', () => {
    const winner = policyCheck('MTLS206');
    const loser = policyCheck('MTLS203');
    const ids = (options: EvaluateOptions) => reportOn([policy('a')], { checks: [winner, loser], ...options }).findings.map(({ id }) => id);
    expect(ids({})).toEqual(['MTLS206']);
    expect(ids({ severities: new Map([['MTLS206', 'off']]) })).toEqual(['MTLS203']);
  });
});

test('what others own is context: a clash with it is reported, its own faults are not', () => {
  const manifests = [policy('theirs', { context: true }), policy('also-theirs', { context: true }), policy('ours')];
  const named = (name: string, other?: string) => {
    const check = checkWith('MTLS302', ({ mesh: { policies } }) => {
      const related = policies.filter((one) => one.name === other);
      return policies.filter((one) => one.name === name).map((resource) => ({ severity: 'error', resource, path: '', message: 'm', fix: 'f', related }));
    });
    return reportOn(manifests, { checks: [check] }).findings.map(({ object }) => object.name);
  };
  expect([named('theirs'), named('theirs', 'also-theirs'), named('theirs', 'ours'), named('ours', 'theirs')]).toEqual([[], [], ['theirs'], ['ours']]);
});

test('a report is complete, ordered and counted', () => {
  const checks = [policyCheck('MTLS505', 'info'), policyCheck('MTLS301', 'error'), policyCheck('MTLS210')];
  const report = reportOn([policy('b'), policy('a')], { checks });
  expect(report.findings.map(brief)).toEqual([
    'MTLS301 error default a: about a', 'MTLS301 error default b: about b',
    'MTLS210 warning default a: about a', 'MTLS210 warning default b: about b',
    'MTLS505 info default a: about a', 'MTLS505 info default b: about b',
  ]);
  expect(report.summary).toEqual({ error: 2, warning: 2, info: 2, acknowledged: 0, known: 0 });
  expect([report.acknowledged, report.known, report.unusedAcknowledgements]).toEqual([[], [], []]);
});

test('messages and fixes are one printable line, whatever names are in the input', () => {
  const [finding] = reportOn([policy('a\n\u001b[31m::error::')], { checks: [policyCheck('MTLS201', 'error', { fix: 'rename\r\nit' })] }).findings;
  expect([finding?.message, finding?.fix]).toEqual(['about a\\u000a\\u001b[31m::error::', 'rename\\u000d\\u000ait']);
});

test('the baseline keeps known findings out, in order, and counts them', () => {
  const checks = [policyCheck('MTLS210')];
  const baseline = { version: 1, findings: [{ id: 'MTLS210', mesh: 'default', object: 'PeerAuthentication production/b', path: 'spec' }] } as const;
  const report = reportOn([policy('a'), policy('b')], { checks, baseline });
  expect([report.findings.map(brief), report.known.map(brief)]).toEqual([['MTLS210 warning default a: about a'], ['MTLS210 warning default b: about b']]);
  expect(report.summary).toEqual({ error: 0, warning: 1, info: 0, acknowledged: 0, known: 1 });
});
