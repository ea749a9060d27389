import { PRECEDENCE_CASES } from './precedence-cases';
import { snapshotOf } from './support/mesh-of';
import { Example } from '../../src/checks/check';
import { PRECEDENCE } from '../../src/checks/precedence';
import { CHECKS, descriptionOf } from '../../src/checks/registry';
import { evaluate } from '../../src/findings/evaluate';
import { DEFAULT_MESH } from '../../src/istio/model/profile';

const keyOf = ({ winner, loser }: { readonly winner: string; readonly loser: string }) => `${winner} over ${loser}`;

test('every row has a case, and every case a row', () => {
  expect(Object.keys(PRECEDENCE_CASES).sort()).toEqual(PRECEDENCE.map(keyOf).sort());
});

test('a pair stands once, and nobody wins over itself', () => {
  const pairs = PRECEDENCE.map(({ winner, loser }) => [winner, loser].sort().join());
  expect(pairs.filter((pair, index) => pairs.indexOf(pair) !== index)).toEqual([]);
  expect(PRECEDENCE.filter(({ winner, loser }) => winner === loser)).toEqual([]);
});

const ready = PRECEDENCE.filter(({ winner, loser }) => [winner, loser].every((id) => descriptionOf(id)));

test.each(ready.map((row) => [keyOf(row), row] as const))('%s: each speaks alone, together the winner does', (key, { winner, loser }) => {
  const example = PRECEDENCE_CASES[key] ?? { yaml: '' };
  expect(idsOf(example, [winner])).toEqual([winner]);
  expect(idsOf(example, [loser])).toContain(loser);
  expect(idsOf(example, [winner, loser])).toEqual([winner]);
});

function idsOf(example: Example, ids: readonly string[]): string[] {
  const checks = CHECKS.filter(({ id }) => ids.includes(id));
  return evaluate(snapshotOf(new Map([[DEFAULT_MESH, example]])), { checks, today: example.today }).findings.map(({ id }) => id);
}
