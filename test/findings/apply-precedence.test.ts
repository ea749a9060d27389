import { CheckDescription } from '../../src/checks/check';
import { Precedence } from '../../src/checks/precedence';
import { applyPrecedence, CheckedObservation } from '../../src/findings/apply-precedence';
import { resourceWith } from '../checks/support/resource-with';

const [first, second] = ['first', 'second'].map((name) => resourceWith({ name }));

function says(id: string, parts: Partial<CheckedObservation> = {}): CheckedObservation {
  return { check: { id } as CheckDescription, severity: 'warning', resource: first, path: 'spec', message: 'm', fix: 'f', ...parts };
}

const row = (meeting: Precedence['meeting'], parts: Partial<Precedence> = {}): Precedence => ({ winner: 'W', loser: 'L', meeting, why: 'because', ...parts });

const bothStay: [Precedence['meeting'], string, Partial<CheckedObservation>, Partial<CheckedObservation>][] = [
  ['field', 'different paths', { path: 'spec.mtls' }, { path: 'spec.selector' }],
  ['field', 'different causes at one path', { cause: 'one' }, { cause: 'other' }],
  ['field', 'the same path of different objects', {}, { resource: second }],
  ['field', 'the winner only related to the object', { resource: second, related: [first] }, {}],
  ['object', 'different objects', { resource: second }, {}],
  ['object', 'the winner only related to the object', { resource: second, related: [first] }, {}],
];

test.each(bothStay)('%s: both speak about %s', (meeting, _, winner, loser) => {
  const all = [says('W', winner), says('L', loser)];
  expect(applyPrecedence(all, [row(meeting)])).toEqual(all);
});

const oneGoes: [Precedence['meeting'], string, Partial<CheckedObservation>, Partial<CheckedObservation>][] = [
  ['field', 'the same path', {}, {}],
  ['field', 'the same cause at different paths', { cause: 'tls', path: 'a' }, { cause: 'tls', path: 'b' }],
  ['field', 'a cause that is the path of the other', { cause: 'b', path: 'a' }, { path: 'b' }],
  ['object', 'different paths', { path: 'spec.mtls' }, { path: 'spec.selector' }],
];

test.each(oneGoes)('%s: the winner speaks alone about %s', (meeting, _, winner, loser) => {
  const [won, lost] = [says('W', winner), says('L', loser)];
  expect(applyPrecedence([lost, won], [row(meeting)])).toEqual([won]);
});

test.each([
  ['warning', 'error', 'L'],
  ['info', 'warning', 'L'],
  ['warning', 'warning', 'W'],
  ['error', 'warning', 'W'],
] as const)('the more severe of %s and %s speaks where the row says so', (winner, loser, left) => {
  const all = [says('W', { severity: winner }), says('L', { severity: loser })];
  expect(applyPrecedence(all, [row('field', { moreSevereWins: true })]).map(({ check }) => check.id)).toEqual([left]);
  expect(applyPrecedence(all, [row('field')]).map(({ check }) => check.id)).toEqual(['W']);
});

test('a winner that loses elsewhere has named the cause: its losers stay silent', () => {
  const rows = [row('field', { winner: 'A', loser: 'B' }), row('field', { winner: 'B', loser: 'C' })];
  expect(applyPrecedence([says('C'), says('B'), says('A')], rows)).toEqual([says('A')]);
});

test('the winner silences its losers wherever they are, and only them', () => {
  const all = [says('W'), says('L'), says('L', { resource: second }), says('other'), says('L')];
  expect(applyPrecedence(all, [row('field')])).toEqual([all[0], all[2], all[3]]);
});
