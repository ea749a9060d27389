import { findingWith } from './finding-with';
import { fails, summaryOf } from '../../src/findings/report';

const [error, warning, info] = (['error', 'warning', 'info'] as const).map((severity) => findingWith({ severity }));

test.each([
  ['error', [error], true],
  ['error', [warning, info], false],
  ['warning', [info, warning], true],
  ['warning', [error], true],
  ['warning', [info], false],
  ['info', [info], true],
  ['info', [], false],
  ['never', [error], false],
] as const)('with the threshold %s, %#', (threshold, findings, failed) => expect(fails({ findings }, threshold)).toBe(failed));

test('the threshold is error when nothing is said', () => {
  expect([fails({ findings: [warning] }), fails({ findings: [error] })]).toEqual([false, true]);
});

test('the summary counts each list', () => {
  expect(summaryOf({ findings: [error, warning, warning, info, info, info], acknowledged: [{ ...error, reason: 'r', until: undefined }], known: [error, info] }))
    .toEqual({ error: 1, warning: 2, info: 3, acknowledged: 1, known: 2 });
});
