import { policyCheck } from './policy-check';
import { Acknowledgement } from '../../src/findings/acknowledgement';
import { evaluate, EvaluateOptions } from '../../src/findings/evaluate';
import { buildSnapshot } from '../../src/istio/model/build-snapshot';
import { Manifest } from '../../src/istio/model/manifest';

type Annotations = Readonly<Record<string, string>>;

function policy(annotations: Annotations = {}, parts: Omit<Manifest, 'object'> = {}, name = 'api'): Manifest {
  return {
    ...parts,
    object: { apiVersion: 'security.istio.io/v1', kind: 'PeerAuthentication', metadata: { name, namespace: 'production', annotations }, spec: {} },
  };
}

const KEY = 'cdk8s-istio-mtls/acknowledge.MTLS506';
const OBJECT = { kind: 'PeerAuthentication', namespace: 'production', name: 'api' };

/** Open findings, acknowledged findings with their reasons, unused acknowledgements. */
function outcome(manifests: readonly Manifest[], options: EvaluateOptions = {}) {
  const report = evaluate(buildSnapshot(manifests, []), { checks: [policyCheck('MTLS506')], ...options });
  return {
    open: report.findings.map(({ id, message }) => `${id}: ${message}`),
    acknowledged: report.acknowledged.map(({ id, reason }) => `${id}: ${reason}`),
    unused: report.unusedAcknowledgements.map(({ id }) => id),
  };
}

const OPEN = { open: ['MTLS506: about api'], acknowledged: [], unused: [] };
const ACKNOWLEDGED = { open: [], acknowledged: ['MTLS506: meant so'], unused: [] };

describe('by annotation', () => {
  test('covers its object', () => expect(outcome([policy({ [KEY]: 'meant so' })])).toEqual(ACKNOWLEDGED));

  test('covers no copy of the object in another folder, and no object of another mesh', () => {
    const manifests = (other: Omit<Manifest, 'object'>) => [policy({ [KEY]: 'meant so' }, { origin: { file: 'base.yaml' } }), policy({}, other)];
    const one = { open: OPEN.open, acknowledged: ACKNOWLEDGED.acknowledged, unused: [] };
    expect(outcome(manifests({ origin: { file: 'overlay.yaml' } }))).toEqual(one);
    expect(outcome(manifests({ origin: { file: 'base.yaml' }, mesh: 'other' }))).toEqual(one);
  });

  test('on an object that nobody emits does nothing', () => {
    expect(outcome([policy({ [KEY]: 'meant so' }, { context: true })])).toEqual({ open: [], acknowledged: [], unused: [] });
  });
});

describe('as given', () => {
  const origin = { construct: 'production/legacy/policy' };
  const given: [string, Partial<Acknowledgement>, boolean][] = [
    ['the construct itself', { construct: 'production/legacy/policy' }, true],
    ['the construct above', { construct: 'production/legacy' }, true],
    ['the chart', { construct: 'production' }, true],
    ['the App', { construct: '' }, true],
    ['nothing said: the App', {}, true],
    ['a construct below', { construct: 'production/legacy/policy/child' }, false],
    ['a sibling whose path starts alike', { construct: 'production/leg' }, false],
    ['the object', { object: OBJECT, mesh: 'default' }, true],
    ['the object of the default mesh', { object: OBJECT }, true],
    ['the object of another mesh', { object: OBJECT, mesh: 'other' }, false],
    ['another name', { object: { ...OBJECT, name: 'other' } }, false],
    ['another namespace', { object: { ...OBJECT, namespace: undefined } }, false],
    ['another kind', { object: { ...OBJECT, kind: 'DestinationRule' } }, false],
    ['the id with its prefix', { id: 'istio-mtls::MTLS506', construct: '' }, true],
    ['another id', { id: 'MTLS505', construct: '' }, false],
  ];
  test.each(given)('%s', (_, parts, covers) => {
    const { acknowledged } = outcome([policy({}, { origin })], { acknowledgements: [{ id: 'MTLS506', reason: 'meant so', ...parts }] });
    expect(acknowledged).toEqual(covers ? ['MTLS506: meant so'] : []);
  });

  test('a construct covers no object that comes from a file', () => {
    expect(outcome([policy({}, { origin: { file: 'a.yaml' } })], { acknowledgements: [{ id: 'MTLS506', reason: 'r', construct: '' }] }).acknowledged).toEqual([]);
  });

  test('two that cover one finding are both used, the nearest gives the reason', () => {
    const acknowledgements = [{ id: 'MTLS506', reason: 'far', construct: '' }, { id: 'MTLS506', reason: 'near', construct: 'production/legacy' }];
    expect(outcome([policy({}, { origin })], { acknowledgements })).toEqual({ open: [], acknowledged: ['MTLS506: near'], unused: [] });
  });
});

describe('with an end', () => {
  const until = (end: string, today?: string) => outcome([policy({ [KEY]: 'meant so', [`${KEY}.until`]: end })], { today });

  test.each([
    ['before', '2027-03-30'],
    ['on', '2027-03-31'],
    ['without a date of', undefined],
  ])('it counts %s the day', (_, today) => expect(until('2027-03-31', today)).toEqual(ACKNOWLEDGED));

  test('the finding is back on the day after, and says why', () => {
    expect(until('2027-03-31', '2027-04-01')).toEqual({ ...OPEN, open: ['MTLS506: about api; its acknowledgement ended on 2027-03-31'] });
  });

  test('another one that has not ended still counts', () => {
    const ended = { id: 'MTLS506', reason: 'old', until: '2026-01-01', object: OBJECT };
    expect(outcome([policy({ [KEY]: 'meant so' })], { today: '2026-11-21', acknowledgements: [ended] })).toEqual(ACKNOWLEDGED);
  });

  test('the report says until when', () => {
    const report = evaluate(buildSnapshot([policy({ [KEY]: 'r', [`${KEY}.until`]: '2027-03-31' })], []), { checks: [policyCheck('MTLS506')] });
    expect(report.acknowledged.map((finding) => finding.until)).toEqual(['2027-03-31']);
  });
});

describe('that does nothing', () => {
  const unusedCases: [string, Annotations, string][] = [
    ['names no check', { 'cdk8s-istio-mtls/acknowledge.MTLS999': 'r' }, 'the acknowledgement names MTLS999, but no check has this id'],
    ['gives no reason', { [KEY]: ' ' }, 'the acknowledgement of MTLS506 gives no reason, so it does not count'],
    ['gives no reason, and is about acknowledgements', { 'cdk8s-istio-mtls/acknowledge.MTLS003': '' },
      'the acknowledgement of MTLS003 gives no reason, so it does not count'],
    ['has only an end', { [`${KEY}.until`]: '2027-03-31' }, 'the acknowledgement of MTLS506 gives no reason, so it does not count'],
    ['ends on no date', { [KEY]: 'r', [`${KEY}.until`]: 'soon' },
      "the acknowledgement of MTLS506 ends on 'soon', which is no date like 2027-03-31, so it does not count"],
    ['is about MTLS001', { 'cdk8s-istio-mtls/acknowledge.MTLS001': 'r' }, 'MTLS001 cannot be acknowledged, so its acknowledgement does not count'],
    ['is about MTLS002', { 'cdk8s-istio-mtls/acknowledge.MTLS002': 'r' }, 'MTLS002 cannot be acknowledged, so its acknowledgement does not count'],
  ];
  test.each(unusedCases)('%s', (_, annotations, message) => {
    const { open, acknowledged, unused } = outcome([policy(annotations)]);
    expect({ open, acknowledged, unused: unused.length }).toEqual({ open: [...OPEN.open, `MTLS003: ${message}`].sort(), acknowledged: [], unused: 1 });
  });

  const service = { object: { apiVersion: 'v1', kind: 'Service', metadata: { name: 'api', namespace: 'production', annotations: { [KEY]: 'r' } } } };

  test('meets no finding', () => {
    const { findings } = evaluate(buildSnapshot([{ ...service, origin: { file: 'a.yaml' } }], []), { checks: [policyCheck('MTLS506')] });
    expect(findings).toEqual([{
      id: 'MTLS003',
      name: 'unused-acknowledgement',
      severity: 'warning',
      mesh: 'default',
      related: [],
      origin: { file: 'a.yaml' },
      object: { apiVersion: 'v1', kind: 'Service', namespace: 'production', name: 'api' },
      path: `metadata.annotations["${KEY}"]`,
      message: 'the acknowledgement of MTLS506 meets no finding here',
      docs: 'docs/checks/MTLS003.md',
      fix: 'remove the acknowledgement, or correct its id, place, reason or date',
    }]);
  });

  test('was given for a construct or an object', () => {
    const acknowledgements = [
      { id: 'MTLS506', reason: 'r', construct: 'production/legacy' },
      { id: 'MTLS506', reason: 'r', mesh: 'staging', object: OBJECT },
    ];
    const { findings, unusedAcknowledgements } = evaluate(buildSnapshot([], []), { checks: [policyCheck('MTLS506')], acknowledgements });
    expect(findings.map(({ mesh, object, path, origin }) => ({ mesh, object, path, origin }))).toEqual([
      { mesh: 'default', object: { apiVersion: '', kind: '', namespace: undefined, name: '' }, path: '', origin: { construct: 'production/legacy' } },
      { mesh: 'staging', object: { apiVersion: '', ...OBJECT }, path: '', origin: {} },
    ]);
    expect(unusedAcknowledgements).toEqual(acknowledgements);
  });

  test.each<[string, EvaluateOptions]>([
    ['the check did not run', { checks: [policyCheck('MTLS505')] }],
    ['the check is off', { severities: new Map([['MTLS506', 'off']]) }],
    ['the ruleset does not know the check', { ruleset: { name: 'old', version: '0', ids: ['MTLS003'], severities: new Map() } }],
    ['unused acknowledgements are off', { severities: new Map([['MTLS003', 'off']]) }],
  ])('is no finding when %s', (_, options) => expect(outcome([service], options).open).toEqual([]));

  test('can be acknowledged itself, and an acknowledgement of that meets nothing else', () => {
    const spare = { 'cdk8s-istio-mtls/acknowledge.MTLS003': 'kept for the next rollout' };
    expect(outcome([policy({ ...spare, 'cdk8s-istio-mtls/acknowledge.MTLS999': 'r' })], { checks: [] })).toEqual({
      open: [], acknowledged: ['MTLS003: kept for the next rollout'], unused: ['MTLS999'],
    });
    expect(outcome([policy(spare)], { checks: [] })).toEqual({
      open: ['MTLS003: the acknowledgement of MTLS003 meets no finding here'], acknowledged: [], unused: ['MTLS003'],
    });
  });
});
