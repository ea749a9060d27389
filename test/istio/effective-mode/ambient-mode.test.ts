import { ambientAnswer, policy, subjectIn, told } from './support/ask';
import { ambientMode } from '../../../src/istio/effective-mode/ambient-mode';
import { ProfileInput } from '../../../src/istio/model/profile';
import { meshOf } from '../model/support/snapshot-of';

const MESH = 'istio-system/m';
const NAMESPACE = 'app/n';
const WORKLOAD = 'app/w';
const A = '+app=a';
const STATIC = 'istio-system/istio_converted_static_strict';
const CONVERTED = 'app/converted_peer_authentication_w';

test.each<[string, readonly string[], string, readonly string[], boolean]>([
  ['A7: nothing', [], 'PERMISSIVE ~', [], false],
  ['A7: mesh STRICT', [`${MESH} STRICT`], 'STRICT by istio-system/m', [STATIC], false],
  ['A7: namespace over mesh', [`${MESH} STRICT`, `${NAMESPACE} PERMISSIVE`], 'PERMISSIVE by app/n', [], false],
  ['A7: a modeless namespace inherits', [`${MESH} STRICT`, `${NAMESPACE} -`], 'STRICT by istio-system/m', [STATIC], false],
  ['A7: workload over namespace', [`${NAMESPACE} STRICT`, `${WORKLOAD} PERMISSIVE ${A}`], 'PERMISSIVE by app/w', [], false],
  ['A2: DISABLE means PERMISSIVE', [`${MESH} DISABLE`], 'PERMISSIVE by istio-system/m', [], false],
  ['A4: a selector in the root namespace does nothing', [`istio-system/w STRICT ${A}`], 'PERMISSIVE ~', [], false],
  ['A5: an empty selector hides a mesh policy', [`${MESH} STRICT {}`], 'PERMISSIVE ~', [], false],
  ['A5: an empty selector binds as namespace policy', [`${NAMESPACE} STRICT {}`], 'STRICT by app/n', [STATIC], false],
  ['A8: STRICT with a STRICT port', [`${WORKLOAD} STRICT ${A} 80=STRICT`], 'STRICT 80=STRICT by app/w', [STATIC], false],
  ['A9: an exempt port', [`${WORKLOAD} STRICT ${A} 80=DISABLE`], 'STRICT 80=PERMISSIVE by app/w', [CONVERTED], false],
  ['A9: a STRICT port', [`${WORKLOAD} PERMISSIVE ${A} 80=STRICT 81=DISABLE`], 'PERMISSIVE 80=STRICT 81=PERMISSIVE by app/w', [CONVERTED], false],
  ['A9: ports of a namespace policy do not count', [`${NAMESPACE} PERMISSIVE 80=STRICT`], 'PERMISSIVE by app/n', [], false],
  ['A10: an UNSET port', [`${WORKLOAD} STRICT ${A} 80=UNSET 81=PERMISSIVE`], 'STRICT 80=STRICT 81=PERMISSIVE by app/w', [CONVERTED], false],
  ['A11: several STRICT ports', [`${WORKLOAD} - ${A} 80=STRICT 81=STRICT`], 'PERMISSIVE 80=STRICT 81=STRICT ~', [CONVERTED], false],
  ['A11: several exempt ports', [`${NAMESPACE} STRICT`, `${WORKLOAD} - ${A} 80=PERMISSIVE 81=DISABLE`], 'STRICT 80=PERMISSIVE 81=PERMISSIVE by app/n', [CONVERTED], false],
  ['A12: a lone DISABLE port is ignored', [`${NAMESPACE} STRICT`, `${WORKLOAD} - ${A} 80=DISABLE`], 'STRICT 80=STRICT by app/n', [STATIC], false],
  ['A13: a STRICT port is lost', [`${MESH} STRICT`, `${WORKLOAD} PERMISSIVE ${A} 80=STRICT`], 'PERMISSIVE 80=PERMISSIVE by app/w', [CONVERTED], true],
  ['A13: not with a namespace policy in between', [`${MESH} STRICT`, `${NAMESPACE} PERMISSIVE`, `${WORKLOAD} PERMISSIVE ${A} 80=STRICT`],
    'PERMISSIVE 80=STRICT by app/w', [CONVERTED], false],
  ['A14: all ports open', [`${MESH} STRICT`, `${NAMESPACE} -`, `${WORKLOAD} - ${A} 80=PERMISSIVE`], 'PERMISSIVE 80=PERMISSIVE by app/w', [CONVERTED], true],
  ['A14: also behind an empty selector', [`${NAMESPACE} STRICT {}`, `${WORKLOAD} - ${A} 80=PERMISSIVE`], 'PERMISSIVE 80=PERMISSIVE by app/w', [CONVERTED], true],
  ['A14: not without the namespace policy', [`${MESH} STRICT`, `${WORKLOAD} - ${A} 80=PERMISSIVE`], 'STRICT 80=PERMISSIVE by istio-system/m', [CONVERTED], false],
  ['A5: the converter takes the next namespace policy without selector', [`${NAMESPACE} STRICT {} @1`, 'app/o STRICT @2', `${WORKLOAD} - ${A} 80=PERMISSIVE`],
    'STRICT 80=PERMISSIVE by app/n', [CONVERTED], false],
  ['A6: the oldest', ['app/a STRICT @5', 'app/b PERMISSIVE @3'], 'PERMISSIVE by app/b', [], false],
  ['A6: a tie is arbitrary', ['app/a STRICT @5', 'app/b PERMISSIVE @5'], 'STRICT by app/a ?', [STATIC], false],
  ['A6: a tie that changes nothing', ['app/a DISABLE @5', 'app/b PERMISSIVE @5'], 'PERMISSIVE by app/a', [], false],
  ['A6: younger ones cannot win', ['app/a STRICT @5', 'app/b PERMISSIVE @6'], 'STRICT by app/a', [STATIC], false],
  ['A6: a tie of workload policies', [`app/w STRICT ${A} 80=DISABLE`, `app/x STRICT ${A}`], 'STRICT 80=PERMISSIVE by app/w ?', [CONVERTED], false],
  ['A6: a tie of mesh policies that only the converter sees',
    ['istio-system/a STRICT', 'istio-system/b PERMISSIVE', `${WORKLOAD} PERMISSIVE ${A} 80=STRICT`], 'PERMISSIVE 80=PERMISSIVE by app/w ?', [CONVERTED], true],
  ['A6: a tie that only the converter sees', [`${MESH} STRICT`, 'app/n - @5', 'app/o STRICT @5', `${WORKLOAD} - ${A} 80=PERMISSIVE`],
    'PERMISSIVE 80=PERMISSIVE by app/w ?', [CONVERTED], true],
])('%s', (_, policies, expected, attached, dangling) => {
  const answer = ambientAnswer(policies);
  expect([told(answer), answer.attached, answer.dangling]).toEqual([expected, attached, dangling]);
});

test('A5: in the root namespace itself an empty selector is no hiding place', () => {
  expect(told(ambientAnswer([`${MESH} STRICT {}`], {}, subjectIn('istio-system')))).toBe('STRICT by istio-system/m');
});

test.each<[string, readonly string[], ProfileInput, string]>([
  ['stands for a mesh policy of others', [], { meshMode: 'STRICT' }, 'STRICT'],
  ['is what A13 needs', [`${WORKLOAD} DISABLE ${A} 80=STRICT`], { meshMode: 'STRICT' }, 'PERMISSIVE 80=PERMISSIVE by app/w'],
  ['gives way to a mesh policy', [`${MESH} PERMISSIVE`], { meshMode: 'STRICT' }, 'PERMISSIVE by istio-system/m'],
])('the mesh mode of the profile %s', (_, policies, profile, expected) => {
  expect(told(ambientAnswer(policies, profile))).toBe(expected);
});

test('the static policy stands in the root namespace of the profile', () => {
  expect(ambientAnswer(['mesh-root/m STRICT'], { rootNamespace: 'mesh-root' }).attached).toEqual(['mesh-root/istio_converted_static_strict']);
});

test.each<[readonly string[], readonly string[]]>([
  [[], ['A3', 'A7']],
  [[`${MESH} STRICT`], ['A3', 'A7', 'A8']],
  [['app/a -', 'app/b -'], ['A3', 'A6', 'A7']],
  [[`${WORKLOAD} - ${A} 80=STRICT`], ['A3', 'A7', 'A9', 'A11']],
])('rules used: %j', (policies, rules) => {
  const answer = ambientAnswer(policies);
  expect([answer.dataPlane, answer.rules]).toEqual(['ambient', rules.map(rule => `ambient-and-traffic.md ${rule}`)]);
});

test('the chain names the policies that ambient sees', () => {
  const { chain } = ambientAnswer([`${MESH} STRICT {}`, `${NAMESPACE} - {}`, `${WORKLOAD} - ${A}`]);
  expect(chain.map(({ level, policy: found, mode }) => [level, found?.name, mode])).toEqual([
    ['mesh', undefined, 'UNSET'], ['namespace', 'n', 'UNSET'], ['workload', 'w', 'UNSET'],
  ]);
});

test('pods that the same policies select share one answer', () => {
  const mesh = meshOf([policy(`${WORKLOAD} STRICT ${A}`)]);
  expect(ambientMode(mesh, subjectIn('app', { app: 'a', x: '1' }))).toBe(ambientMode(mesh, subjectIn('app', { app: 'a' })));
});
