import { policy, sidecarAnswer, subjectIn, told } from './support/ask';
import { sidecarMode } from '../../../src/istio/effective-mode/sidecar-mode';
import { ProfileInput } from '../../../src/istio/model/profile';
import { labels, meshOf } from '../model/support/snapshot-of';

const MESH = 'istio-system/m';
const NAMESPACE = 'app/n';
const WORKLOAD = 'app/w';
const A = '+app=a';

test.each<[string, readonly string[], string]>([
  ['C7: nothing', [], 'PERMISSIVE ~'],
  ['C7: mesh', [`${MESH} STRICT`], 'STRICT by istio-system/m'],
  ['C7: mesh without mode', [`${MESH} -`], 'PERMISSIVE'],
  ['C7: mesh UNSET', [`${MESH} UNSET`], 'PERMISSIVE'],
  ['C7: namespace over mesh', [`${MESH} STRICT`, `${NAMESPACE} DISABLE`], 'DISABLE by app/n'],
  ['C7: namespace UNSET inherits', [`${MESH} STRICT`, `${NAMESPACE} UNSET`], 'STRICT by istio-system/m'],
  ['C7: workload over namespace', [`${NAMESPACE} STRICT`, `${WORKLOAD} PERMISSIVE ${A}`], 'PERMISSIVE by app/w'],
  ['C7: workload without mode inherits through an UNSET namespace', [`${MESH} STRICT`, `${NAMESPACE} -`, `${WORKLOAD} - ${A}`], 'STRICT by istio-system/m'],
  ['C7: namespace alone', [`${NAMESPACE} DISABLE`], 'DISABLE by app/n'],
  ['C2: all labels are needed', [`${WORKLOAD} STRICT ${A} +zone=z`], 'PERMISSIVE ~'],
  ['C2: other values do not count', [`${WORKLOAD} STRICT +app=b`], 'PERMISSIVE ~'],
  ['C2: another namespace does not count', ['other/n STRICT', `other/w STRICT ${A}`], 'PERMISSIVE ~'],
  ['C6: labels in the root namespace do not count', [`istio-system/w STRICT ${A}`], 'PERMISSIVE ~'],
  ['A5: an empty selector is none', [`${MESH} STRICT {}`, `${NAMESPACE} DISABLE {}`], 'DISABLE by app/n'],
  ['C9: ports', [`${WORKLOAD} STRICT ${A} 80=DISABLE 90=UNSET`], 'STRICT 80=DISABLE 90=STRICT by app/w'],
  ['C9: ports inherit the resolved mode', [`${MESH} STRICT`, `${WORKLOAD} - ${A} 80=UNSET 90=PERMISSIVE`], 'STRICT 80=STRICT 90=PERMISSIVE by istio-system/m'],
  ['C9: a port without any mode', [`${WORKLOAD} - ${A} 80=UNSET 90=STRICT`], 'PERMISSIVE 80=PERMISSIVE 90=STRICT ~'],
  ['C9: ports of a namespace policy do not count', [`${NAMESPACE} STRICT 80=DISABLE`], 'STRICT by app/n'],
  ['C4: the oldest without selector', ['app/new STRICT @9', 'app/old DISABLE @3'], 'DISABLE by app/old'],
  ['C4: an empty older policy switches a newer one off', [`${MESH} PERMISSIVE`, 'app/new STRICT @9', 'app/old - @3'], 'PERMISSIVE by istio-system/m'],
  ['C3: one second: the name decides', ['app/b STRICT @3', 'app/a DISABLE @3'], 'DISABLE by app/a'],
  ['C5: the oldest, not the most specific', [`app/new STRICT ${A} +tier=b @9`, 'app/old DISABLE +tier=b @3'], 'DISABLE by app/old'],
  ['C5: never merged, also not port by port', [`app/new STRICT ${A} 80=DISABLE @9`, `app/old PERMISSIVE ${A} 90=STRICT @3`], 'PERMISSIVE 90=STRICT by app/old'],
  ['C3: the oldest mesh policy', ['istio-system/b STRICT @1', 'istio-system/a DISABLE @2'], 'STRICT by istio-system/b'],
])('%s', (_, policies, expected) => {
  expect(told(sidecarAnswer(policies))).toBe(expected);
});

test('C8: the root namespace has no namespace level', () => {
  expect(told(sidecarAnswer([`${MESH} STRICT`], {}, subjectIn('istio-system')))).toBe('STRICT by istio-system/m');
  expect(told(sidecarAnswer([`${MESH} STRICT`, `istio-system/w DISABLE ${A}`], {}, subjectIn('istio-system')))).toBe('STRICT by istio-system/m');
});

test('C1: the root namespace is the profile\'s', () => {
  expect(told(sidecarAnswer([`${MESH} STRICT`, 'mesh-root/m DISABLE'], { rootNamespace: 'mesh-root' }))).toBe('DISABLE by mesh-root/m');
});

test.each<[string, readonly string[], ProfileInput, string]>([
  ['complete input without any policy', [], { complete: true }, 'PERMISSIVE'],
  ['a mesh mode that others own', [], { meshMode: 'STRICT' }, 'STRICT'],
  ['a mesh policy goes before it', [`${MESH} PERMISSIVE`], { meshMode: 'STRICT' }, 'PERMISSIVE by istio-system/m'],
  ['a mesh policy without mode, too', [`${MESH} UNSET`], { meshMode: 'STRICT' }, 'PERMISSIVE'],
  ['a namespace policy goes before it', [`${NAMESPACE} PERMISSIVE`], { meshMode: 'STRICT' }, 'PERMISSIVE by app/n'],
  ['complete input with a policy of the unknown namespace', ['m STRICT'], { complete: true }, 'PERMISSIVE ~'],
])('known: %s', (_, policies, profile, expected) => {
  expect(told(sidecarAnswer(policies, profile))).toBe(expected);
});

test('the unknown namespace has its own policies, and its answers are not known', () => {
  const policies = [`${MESH} PERMISSIVE`, 'n STRICT', 'app/n DISABLE'];
  const { ports: _, ...rest } = sidecarAnswer(policies, {}, { ...subjectIn(), namespace: undefined });
  expect([rest.mode, rest.decidedBy?.name, rest.known]).toEqual(['STRICT', 'n', false]);
});

test.each<[string, readonly string[], string]>([
  ['two without age that differ', ['app/a STRICT', 'app/b DISABLE'], 'STRICT by app/a ?'],
  ['two without age that agree', ['app/a STRICT', 'app/b STRICT'], 'STRICT by app/a'],
  ['two without age that a workload policy overrides', ['app/a STRICT', 'app/b DISABLE', `${WORKLOAD} PERMISSIVE ${A}`], 'PERMISSIVE by app/w'],
  ['and that one of its ports shows', ['app/a STRICT', 'app/b DISABLE', `${WORKLOAD} PERMISSIVE ${A} 80=UNSET`], 'PERMISSIVE 80=PERMISSIVE by app/w'],
  ['two of the mesh behind a namespace policy', ['istio-system/a STRICT', 'istio-system/b DISABLE', `${NAMESPACE} PERMISSIVE`], 'PERMISSIVE by app/n'],
  ['two of the mesh behind one without mode', ['istio-system/a STRICT', 'istio-system/b DISABLE', `${NAMESPACE} -`], 'STRICT by istio-system/a ?'],
  ['one inherits what the other says', [`${MESH} STRICT`, 'app/a -', 'app/b STRICT'], 'STRICT by istio-system/m'],
  ['workload policies that differ at one port', [`app/a STRICT ${A} 80=DISABLE`, `app/b STRICT ${A}`], 'STRICT 80=DISABLE by app/a ?'],
  ['workload policies that name other ports with the same outcome', [`app/a STRICT ${A} 80=STRICT`, `app/b STRICT ${A}`], 'STRICT 80=STRICT by app/a'],
  ['the oldest with an age, and one without', ['app/a STRICT @5', 'app/b DISABLE'], 'DISABLE by app/b ?'],
  ['younger ones cannot win', ['app/a STRICT @5', 'app/b DISABLE @9', 'app/c STRICT'], 'STRICT by app/c'],
  ['all with an age', ['app/a STRICT @5', 'app/b DISABLE @3'], 'DISABLE by app/b'],
  ['equal ages are no doubt', ['app/a STRICT @5', 'app/b DISABLE @5'], 'STRICT by app/a'],
  ['of equal known ages only the first by name could win', ['app/b DISABLE @5', 'app/a STRICT @5', 'app/c STRICT'], 'STRICT by app/c'],
])('ambiguous: %s', (_, policies, expected) => {
  expect(told(sidecarAnswer(policies))).toBe(expected);
});

test.each<[string, readonly string[], string]>([
  ['equal copies', ['app/n STRICT', 'app/n STRICT'], 'STRICT by app/n'],
  ['copies that differ', ['app/n STRICT', 'app/n DISABLE'], 'DISABLE by app/n ?'],
  ['copies of which one selects other pods', [`app/w STRICT ${A}`, 'app/w STRICT +app=b'], 'STRICT by app/w ?'],
  ['the same, where it makes no difference', [`app/w STRICT ${A}`, 'app/w STRICT +app=b', 'app/n STRICT'], 'STRICT by app/w'],
  ['copies behind an override', ['app/n STRICT', 'app/n DISABLE', `${WORKLOAD} PERMISSIVE ${A}`], 'PERMISSIVE by app/w'],
])('copies of one object: %s', (_, policies, expected) => {
  const answer = sidecarAnswer(policies);
  expect(told(answer)).toBe(expected);
  expect(answer.chain.flatMap(step => step.losers)).toEqual([]);
});

test('the chain says who counted, who lost and what could be otherwise', () => {
  const workloadPolicies = [`app/x - ${A} 80=DISABLE @1`, `app/y STRICT ${A} @2`, 'app/z STRICT +tier=b'];
  const { chain, rules } = sidecarAnswer([`${MESH} STRICT`, 'app/a -', 'app/b DISABLE', ...workloadPolicies]);
  const names = (policies: readonly { readonly name: string }[]) => policies.map(({ name }) => name);
  expect(chain.map(({ level, policy: found, mode, losers, contenders, ambiguous, known }) => ({
    level, name: found?.name, mode, losers: names(losers), contenders: names(contenders), ambiguous, known,
  }))).toEqual([
    { level: 'mesh', name: 'm', mode: 'STRICT', losers: [], contenders: ['m'], ambiguous: false, known: true },
    { level: 'namespace', name: 'a', mode: 'UNSET', losers: ['b'], contenders: ['a', 'b'], ambiguous: true, known: true },
    { level: 'workload', name: 'z', mode: 'STRICT', losers: ['x', 'y'], contenders: ['z', 'x'], ambiguous: true, known: true },
  ]);
  expect(rules).toEqual(['sidecar.md C2', 'sidecar.md C3', 'sidecar.md C4', 'sidecar.md C5', 'sidecar.md C7']);
});

test('the chain says where policies may be that the input does not show', () => {
  const chainOf = (policies: readonly string[], profile: ProfileInput) =>
    sidecarAnswer(policies, profile).chain.map(({ mode, known }) => [mode, known]);
  expect(chainOf([], {})).toEqual([['UNSET', false], ['UNSET', false], ['UNSET', false]]);
  expect(chainOf([], { complete: true })).toEqual([['UNSET', true], ['UNSET', true], ['UNSET', true]]);
  expect(chainOf([], { meshMode: 'DISABLE' })).toEqual([['DISABLE', true], ['UNSET', false], ['UNSET', false]]);
  expect(chainOf([`${NAMESPACE} -`], {})).toEqual([['UNSET', false], ['UNSET', true], ['UNSET', false]]);
});

test.each<[readonly string[], readonly string[]]>([
  [[], ['C7']],
  [[`${WORKLOAD} - ${A} 80=STRICT`], ['C2', 'C7', 'C9']],
  [['istio-system/a -', 'istio-system/b -'], ['C3', 'C4', 'C7']],
  [[`app/a - ${A}`, `app/b - ${A}`], ['C2', 'C3', 'C5', 'C7']],
])('rules used: %j', (policies, rules) => {
  const answer = sidecarAnswer(policies);
  expect([answer.dataPlane, answer.rules]).toEqual(['sidecar', rules.map(rule => `sidecar.md ${rule}`)]);
});

test('C2: a waypoint is selected by policies of the namespaces of its services, the oldest of all counts', () => {
  const mesh = meshOf([policy('app/n DISABLE @5'), policy('services/n STRICT @3'), policy('services/w PERMISSIVE +app=a 80=STRICT @1'), policy('other/n DISABLE @1')]);
  const waypoint = { namespace: 'app', podLabels: labels({ app: 'a' }), serviceNamespaces: ['services', 'app'] };
  expect(told(sidecarMode(mesh, waypoint))).toBe('PERMISSIVE 80=STRICT by services/w');
  expect(told(sidecarMode(mesh, { ...waypoint, podLabels: labels({}) }))).toBe('STRICT by services/n');
  expect(told(sidecarMode(mesh, { ...waypoint, serviceNamespaces: undefined }))).toBe('DISABLE by app/n');
});

test('pods that the same policies select share one answer', () => {
  const mesh = meshOf([`${WORKLOAD} STRICT ${A}`, 'app/v STRICT +tier=b'].map(policy));
  const ask = (podLabels: Record<string, string>, namespace = 'app') => sidecarMode(mesh, { namespace, podLabels: labels(podLabels) });
  expect(ask({ app: 'a', x: '1' })).toBe(ask({ app: 'a', x: '2' }));
  expect(ask({})).toBe(ask({ x: '1' }));
  expect(ask({ app: 'a' })).not.toBe(ask({ app: 'a', tier: 'b' }));
  expect(ask({}, 'app')).not.toBe(ask({}, 'shop'));
});
