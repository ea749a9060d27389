import { celDurationProblem, durationProblem, idleTimeoutProblem, readableDurationProblem } from '../../../src/istio/admission/duration-problem';

const both = 'crd+webhook';

// [value, checked by both, warmupDurationSecs, only decoded, tcp.idleTimeout]
test.each([
  [undefined, '', '', '', ''],
  [null, '', '', '', ''],
  [5, '', '', '', ''],
  ['1ms', '', '', '', ''],
  ['1h30m', '', '', '', ''],
  ['0s', both, 'crd', '', ''],
  ['0.5ms', both, 'crd', '', ''],
  ['-1s', both, 'crd', '', 'webhook'],
  ['1.5ms', 'webhook', '', '', 'webhook'],
  ['2.000000005s', 'webhook', '', '', 'webhook'],
  ['', both, both, 'webhook', 'webhook'],
  ['5', both, both, 'webhook', 'webhook'],
  ['soon', both, both, 'webhook', 'webhook'],
])('duration %p', (value, checked, warmup, decoded, idle) => {
  const gates = [durationProblem, celDurationProblem, readableDurationProblem, idleTimeoutProblem].map(problem => problem(value, 'here')?.refusedBy.join('+') ?? '');
  expect(gates).toEqual([checked, warmup, decoded, idle]);
});

test('messages', () => {
  expect(['soon', '0s', '1.5ms'].map(value => durationProblem(value, 'here'))).toMatchObject([
    { path: 'here', message: 'duration "soon" is unreadable; write numbers with units, such as "30s", "500ms" or "1h30m"' },
    { path: 'here', message: 'duration "0s" is too short; write at least "1ms"' },
    { path: 'here', message: 'duration "1.5ms" is finer than a millisecond; round it to milliseconds' },
  ]);
});
