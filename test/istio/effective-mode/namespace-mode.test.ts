import { policy } from './support/ask';
import { namespaceMode, namespaceModeAnswer } from '../../../src/istio/effective-mode/namespace-mode';
import { ProfileInput } from '../../../src/istio/model/profile';
import { meshOf } from '../model/support/snapshot-of';

test.each<[string, readonly string[], ProfileInput, string, string | undefined, boolean, boolean]>([
  ['no policy', [], {}, 'UNKNOWN', undefined, false, false],
  ['no policy, complete input', [], { complete: true }, 'UNKNOWN', undefined, false, true],
  ['mesh', ['istio-system/m STRICT'], {}, 'STRICT', 'm', false, true],
  ['mesh UNSET', ['istio-system/m UNSET'], {}, 'PERMISSIVE', undefined, false, true],
  ['namespace', ['app/n DISABLE'], {}, 'DISABLE', 'n', false, true],
  ['namespace over mesh', ['istio-system/m STRICT', 'app/n DISABLE'], {}, 'DISABLE', 'n', false, true],
  ['namespace UNSET, mesh set', ['istio-system/m STRICT', 'app/n UNSET'], {}, 'STRICT', 'm', false, true],
  ['namespace UNSET, no mesh', ['app/n -'], {}, 'PERMISSIVE', undefined, false, false],
  ['namespace UNSET, mesh UNSET', ['istio-system/m -', 'app/n -'], {}, 'PERMISSIVE', undefined, false, true],
  ['namespace UNSET, mesh mode of the profile', ['app/n -'], { meshMode: 'DISABLE' }, 'DISABLE', undefined, false, true],
  ['only the mesh mode of the profile', [], { meshMode: 'STRICT' }, 'STRICT', undefined, false, true],
  ['workload policies play no part', ['app/w STRICT +app=a 80=STRICT'], {}, 'UNKNOWN', undefined, false, false],
  ['another namespace plays no part', ['other/n STRICT'], {}, 'UNKNOWN', undefined, false, false],
  ['the oldest', ['app/a STRICT @5', 'app/b DISABLE @3'], {}, 'DISABLE', 'b', false, true],
  ['age unknown', ['app/a STRICT', 'app/b DISABLE'], {}, 'STRICT', 'a', true, true],
  ['age unknown, mesh', ['istio-system/a -', 'istio-system/b DISABLE'], {}, 'PERMISSIVE', undefined, true, true],
])('C10: %s', (_, policies, profile, mode, decidedBy, ambiguous, known) => {
  const mesh = meshOf(policies.map(policy), profile);
  const answer = namespaceModeAnswer(mesh, 'app');
  expect([answer.mode, answer.decidedBy?.name, answer.ambiguous, answer.known]).toEqual([mode, decidedBy, ambiguous, known]);
  expect(namespaceMode(mesh, 'app')).toBe(mode);
});

test('the unknown namespace', () => {
  const { mode, known } = namespaceModeAnswer(meshOf([policy('n STRICT')]), undefined);
  expect([mode, known]).toEqual(['STRICT', false]);
});

test('the root namespace has the mode of the mesh', () => {
  expect(namespaceMode(meshOf([policy('istio-system/m STRICT')]), 'istio-system')).toBe('STRICT');
});
