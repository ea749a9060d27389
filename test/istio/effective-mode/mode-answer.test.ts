import { ambientAnswer, sidecarAnswer, subjectIn } from './support/ask';
import { knownAtPort, ModeAnswer, modeAtPort, policyAtPort } from '../../../src/istio/effective-mode/mode-answer';

const A = '+app=a';

function at(answer: ModeAnswer, workloadPort: number): readonly unknown[] {
  return [modeAtPort(answer, workloadPort), policyAtPort(answer, workloadPort)?.name, knownAtPort(answer, workloadPort)];
}

test('a sidecar: an entry of its own is known, whatever the parents say', () => {
  const answer = sidecarAnswer([`app/w - ${A} 80=DISABLE 81=UNSET`]);
  expect([at(answer, 80), at(answer, 81), at(answer, 82)]).toEqual([
    ['DISABLE', 'w', true], ['PERMISSIVE', undefined, false], ['PERMISSIVE', undefined, false],
  ]);
});

test('a sidecar: ports without an entry follow what decides', () => {
  const answer = sidecarAnswer(['app/n STRICT', `app/w - ${A} 80=DISABLE 81=UNSET`]);
  expect([at(answer, 80), at(answer, 81), at(answer, 82)]).toEqual([['DISABLE', 'w', true], ['STRICT', 'n', true], ['STRICT', 'n', true]]);
});

test('without a workload policy', () => {
  expect(at(sidecarAnswer(['istio-system/m STRICT']), 80)).toEqual(['STRICT', 'm', true]);
  expect(at(sidecarAnswer([]), 80)).toEqual(['PERMISSIVE', undefined, false]);
});

test('in the unknown namespace nothing is known', () => {
  const answer = sidecarAnswer([`w - ${A} 80=DISABLE`], {}, { ...subjectIn(), namespace: undefined });
  expect(at(answer, 80)).toEqual(['DISABLE', 'w', false]);
});

test('ambient: an entry of its own still depends on the parents', () => {
  expect(at(ambientAnswer([`app/w STRICT ${A} 80=DISABLE`]), 80)).toEqual(['PERMISSIVE', 'w', false]);
  expect(at(ambientAnswer([`app/w STRICT ${A} 80=DISABLE`], { complete: true }), 80)).toEqual(['PERMISSIVE', 'w', true]);
  expect(at(ambientAnswer([`app/w - ${A} 80=DISABLE`], { complete: true }), 80)).toEqual(['PERMISSIVE', 'w', true]);
});

test('ambient: an entry that is ignored does not decide (A12)', () => {
  const answer = ambientAnswer(['app/n STRICT', `app/w - ${A} 80=DISABLE`], { complete: true });
  expect(at(answer, 80)).toEqual(['STRICT', 'n', true]);
});
