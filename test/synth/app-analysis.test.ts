import { ApiObject, App, Chart, JsonPatch, Lazy, Testing } from 'cdk8s';
import { Check } from '../../src/checks/check';
import { Severity } from '../../src/checks/severity';
import { Enforcement, MeshContext, MeshProfile, MtlsFindings, MtlsMode, NamespaceMtls, WorkloadMtls } from '../../src/index';
import { AppAnalysis } from '../../src/synth/app-analysis';
import { attachAppValidation, provideAppValidation } from '../../src/tree/app-validation';

let runs = 0;

/** Speaks about each policy that carries the label `say`, as loud as its value. */
const labelCheck: Check = {
  ...({ why: '', sources: [], peers: [], bad: { yaml: '' }, good: { yaml: '' } } as unknown as Check),
  id: 'MTLS506',
  name: 'labelled',
  fix: 'take the label away',
  check: function* ({ mesh }) {
    runs += 1;
    for (const resource of mesh.policies) {
      const severity = resource.labels.get('say') as Severity | undefined;
      if (severity !== undefined) yield { severity, resource, path: 'metadata.labels.say', message: `${resource.name} speaks`, fix: 'take the label away' };
    }
  },
};

const said: string[] = [];
const analysis = new AppAnalysis({ version: '2.0.0', checks: [labelCheck], say: (line) => said.push(line) });

beforeEach(() => {
  runs = 0;
  said.length = 0;
  delete process.env.ISTIO_MTLS_ENFORCEMENT;
  provideAppValidation(analysis);
});

function policy(scope: Chart, id: string, say?: Severity): WorkloadMtls {
  return new WorkloadMtls(scope, id, { matchLabels: { app: id }, mode: MtlsMode.STRICT, metadata: { labels: say ? { say } : {} } });
}

function chartIn(app: App, id = 'production'): Chart {
  return new Chart(app, id, { namespace: id });
}

const line = (id: string) => `MTLS506 labelled: ${id} speaks; fix: take the label away`;

describe('at synth', () => {
  test('an error stops the synth, under the path of its construct', () => {
    const app = Testing.app();
    policy(chartIn(app), 'legacy', 'error');
    expect(() => app.synth()).toThrow(`Validation failed with the following errors:\n  [production/legacy] ${line('legacy')}`);
    expect(() => app.synthYaml()).toThrow(`[production/legacy] ${line('legacy')}`);
  });

  test('a warning is said on the side and stops nothing; an info is not worth a line', () => {
    const app = Testing.app();
    const chart = chartIn(app);
    policy(chart, 'a', 'warning');
    policy(chart, 'b', 'info');
    app.synth();
    expect(said).toEqual([`istio-mtls: warning: [production/a] ${line('a')}`]);
  });

  test('Testing.synth throws errors and prints nothing', () => {
    const app = Testing.app();
    const chart = chartIn(app);
    policy(chart, 'a', 'warning');
    expect(Testing.synth(chart)).toHaveLength(1);
    policy(chart, 'b', 'error');
    expect(() => Testing.synth(chart)).toThrow(`[production/b] ${line('b')}`);
    expect(said).toEqual([]);
  });

  test.each([1, 10, 100])('the work is done once for %d charts', (charts) => {
    const app = Testing.app();
    for (let index = 0; index < charts; index += 1) policy(chartIn(app, `team-${index}`), 'a');
    app.synth();
    expect(runs).toBe(1);
    app.synth();
    expect(runs).toBe(2);
  });

  test('at most 20 lines, then how many there are besides', () => {
    const app = Testing.app();
    const chart = chartIn(app);
    for (let index = 10; index < 35; index += 1) policy(chart, `w-${index}`, 'error');
    policy(chart, 'z', 'warning');
    const lines = messageOf(() => app.synth()).split('\n').slice(1);
    expect(lines).toHaveLength(21);
    expect(lines[19]).toBe(`  [production/w-29] ${line('w-29')}`);
    expect(lines[20]).toBe('  [production/w-29] and 5 more');
    expect(said).toEqual(['istio-mtls: and 1 more']);
  });

  test('raw ApiObjects and Includes are seen, whoever wrote them', () => {
    const app = Testing.app();
    const chart = chartIn(app);
    policy(chart, 'ours');
    new ApiObject(chart, 'raw', { apiVersion: 'security.istio.io/v1', kind: 'PeerAuthentication', metadata: { name: 'theirs', labels: { say: 'error' } }, spec: {} });
    expect(() => app.synth()).toThrow(`[production/raw] ${line('theirs')}`);
  });

  test('context is analysed with the App, but not written and not blamed', () => {
    const app = Testing.app();
    const chart = chartIn(app);
    policy(chart, 'ours');
    const object = { apiVersion: 'security.istio.io/v1', kind: 'PeerAuthentication', metadata: { name: 'theirs', namespace: 'x', labels: { say: 'error' } }, spec: {} };
    new MeshContext(chart, 'cluster', { objects: [object] });
    expect(app.synthYaml()).not.toContain('theirs');
    expect(runs).toBe(1);
  });
});

describe('a second synth in the same tick sees', () => {
  const changes: [string, (chart: Chart, subject: WorkloadMtls) => unknown, string][] = [
    ['an added construct', (chart) => policy(chart, 'new', 'error'), '[production/new]'],
    ['an added label', (_, subject) => subject.metadata.addLabel('say', 'error'), '[production/subject]'],
    ['a JSON patch', (_, subject) => subject.addJsonPatch(JsonPatch.add('/metadata/labels', { say: 'error' })), '[production/subject]'],
  ];
  test.each(changes)('%s', (_, change, where) => {
    const app = Testing.app();
    const chart = chartIn(app);
    const subject = policy(chart, 'subject');
    app.synth();
    change(chart, subject);
    expect(() => app.synth()).toThrow(where);
  });

  test('a removed construct', () => {
    const app = Testing.app();
    const chart = chartIn(app);
    policy(chart, 'ours');
    policy(chart, 'bad', 'error');
    expect(() => app.synth()).toThrow('[production/bad]');
    chart.node.tryRemoveChild('bad');
    app.synth();
  });

  test('a label that was taken away again', () => {
    const app = Testing.app();
    const subject = policy(chartIn(app), 'subject', 'error');
    expect(() => app.synth()).toThrow('[production/subject]');
    subject.addJsonPatch(JsonPatch.remove('/metadata/labels/say'));
    app.synth();
  });
});

describe('enforcement', () => {
  function failing(enforcement?: Enforcement): App {
    const app = Testing.app();
    if (enforcement) new MeshProfile(app, 'profile', { enforcement });
    policy(chartIn(app), 'bad', 'error');
    return app;
  }

  test('REPORT in the profile says the errors and writes the YAML', () => {
    expect(failing(Enforcement.REPORT).synthYaml()).toContain('name: bad');
    expect(said).toEqual([`istio-mtls: error: [production/bad] ${line('bad')}`]);
  });

  test('OFF in the profile looks at nothing', () => {
    failing(Enforcement.OFF).synth();
    expect(said).toEqual([]);
  });

  test('the environment wins over the profile, and that is said', () => {
    process.env.ISTIO_MTLS_ENFORCEMENT = 'report';
    failing(Enforcement.FAIL).synth();
    expect(said[0]).toBe('istio-mtls: enforcement is REPORT, set by ISTIO_MTLS_ENFORCEMENT');
    process.env.ISTIO_MTLS_ENFORCEMENT = 'OFF';
    said.length = 0;
    runs = 0;
    failing(Enforcement.FAIL).synth();
    expect(runs).toBe(0);
    expect(said).toEqual(['istio-mtls: enforcement is OFF, set by ISTIO_MTLS_ENFORCEMENT']);
    process.env.ISTIO_MTLS_ENFORCEMENT = 'FAIL';
    expect(() => failing(Enforcement.OFF).synth()).toThrow('[production/bad]');
  });

  test('a word that is no level is refused, not taken for one', () => {
    process.env.ISTIO_MTLS_ENFORCEMENT = 'warn';
    expect(() => failing().synth()).toThrow('ISTIO_MTLS_ENFORCEMENT "warn" is no level; set FAIL, REPORT or OFF, or unset it');
  });

  test('each mesh has its own', () => {
    const app = Testing.app();
    const [one, other] = [chartIn(app, 'one'), chartIn(app, 'other')];
    new MeshProfile(one, 'profile', { mesh: 'one', enforcement: Enforcement.REPORT });
    new MeshProfile(other, 'profile', { mesh: 'other' });
    policy(one, 'a', 'error');
    policy(other, 'b', 'error');
    const lines = messageOf(() => app.synth()).split('\n').slice(1);
    expect(lines).toEqual([`  [other/b] ${line('b')}`]);
    expect(said).toEqual([`istio-mtls: error: [one/a] ${line('a')}`]);
  });
});

describe('responsibility', () => {
  test('an acknowledged finding stops nothing, on the construct and below', () => {
    const app = Testing.app();
    const chart = chartIn(app);
    policy(chart, 'bad', 'error');
    MtlsFindings.of(chart).acknowledge({ id: 'MTLS506', reason: 'known' });
    app.synth();
    expect(said).toEqual([]);
  });

  test('one that ended on the day of the profile counts no more', () => {
    const app = Testing.app();
    new MeshProfile(app, 'profile', { today: '2027-04-01' });
    const chart = chartIn(app);
    policy(chart, 'bad', 'error');
    MtlsFindings.of(chart).acknowledge({ id: 'MTLS506', reason: 'known', until: '2027-03-31' });
    expect(() => app.synth()).toThrow('its acknowledgement ended on 2027-03-31');
  });

  test.each([
    [{ id: 'MTLS506', reason: ' ' }, 'reason " " is empty; say why the finding is acceptable here'],
    [{ id: 'KIA0002', reason: 'x' }, 'id "KIA0002" names no check; write it as "MTLS506"'],
    [{ id: 'MTLS506', reason: 'x', until: '2027-02-30' }, 'until "2027-02-30"'],
  ])('%j is refused', (options, message) => {
    expect(() => MtlsFindings.of(Testing.chart()).acknowledge(options)).toThrow(message);
  });
});

describe('two copies of the library in one tree', () => {
  test.each([['1.9.9', 'the other'], ['2.0.1', 'own'], ['10.0.0', 'own']])('against 2.0.0, version %s leaves the work to %s', (version) => {
    const app = Testing.app();
    policy(chartIn(app), 'a', 'warning');
    const otherSaid: string[] = [];
    provideAppValidation(new AppAnalysis({ version, checks: [labelCheck], say: (text) => otherSaid.push(text) }));
    attachAppValidation(app);
    app.synth();
    expect(runs).toBe(1);
    expect([said.length, otherSaid.length]).toEqual(version === '1.9.9' ? [1, 0] : [0, 1]);
  });
});

describe('what goes wrong', () => {
  test('a Lazy that throws is a finding, and the other objects are still looked at', () => {
    const app = Testing.app();
    const chart = chartIn(app);
    policy(chart, 'bad', 'error');
    new ApiObject(chart, 'lazy', {
      apiVersion: 'security.istio.io/v1', kind: 'PeerAuthentication', spec: Lazy.any({ produce: () => { throw new Error('no value yet'); } }),
    });
    const message = messageOf(() => app.synth());
    expect(message).toContain('[production/lazy] MTLS001 unreadable-input: this PeerAuthentication cannot be rendered: ');
    expect(message).toContain('no value yet');
    expect(message).toContain(`[production/bad] ${line('bad')}`);
  });

  test('a check that crashes is a finding of its own, and REPORT still writes the YAML', () => {
    provideAppValidation(new AppAnalysis({ checks: [{ ...labelCheck, check: () => { throw new Error('oops'); } }], say: (text) => said.push(text) }));
    const app = Testing.app();
    policy(chartIn(app), 'a');
    expect(() => app.synth()).toThrow(/\[\] MTLS002 check-failed: .*MTLS506.*oops/);
    process.env.ISTIO_MTLS_ENFORCEMENT = 'REPORT';
    app.synth();
    expect(said[1]).toContain('MTLS002');
  });
});

test('a construct of ours without an App does no harm', () => {
  const chart = new Chart(undefined as never, 'alone', { namespace: 'x' });
  new NamespaceMtls(chart, 'strict', { mode: MtlsMode.STRICT });
  expect(chart.node.validate()).toEqual([]);
});

function messageOf(body: () => unknown): string {
  try {
    body();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('expected an error');
}
