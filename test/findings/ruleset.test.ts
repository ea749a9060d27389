import { DESCRIPTIONS } from '../../src/checks/registry';
import { RECOMMENDED, RULESETS, rulesetOf, STRICT } from '../../src/findings/ruleset';

test('every check is in the newest version of every ruleset', () => {
  const missing = RULESETS.map(({ ids }) => DESCRIPTIONS.filter(({ id }) => !ids.includes(id)).map(({ id }) => id));
  expect(missing).toEqual([[], []]);
});

test('the ids stand once and in order', () => {
  for (const { ids } of RULESETS) { expect([...new Set(ids)].sort()).toEqual(ids); }
});

test('recommended changes nothing, strict raises what may not stay undone', () => {
  expect([...RECOMMENDED.severities]).toEqual([]);
  expect([...STRICT.severities]).toEqual([['MTLS506', 'error'], ['MTLS507', 'error'], ['MTLS509', 'error']]);
  expect([...STRICT.severities.keys()].filter((id) => !STRICT.ids.includes(id))).toEqual([]);
});

test.each([
  ['recommended', RECOMMENDED],
  ['strict', STRICT],
  ['strict@1.0', STRICT],
])('%s', (wanted, ruleset) => expect(rulesetOf(wanted)).toBe(ruleset));

test.each(['strict@2.0', 'Strict', '', 'recommended@'])("'%s' is no ruleset", (wanted) => {
  expect(() => rulesetOf(wanted))
    .toThrow(`no ruleset is called '${wanted}'; there are recommended@1.0, strict@1.0, or the name without version for the newest`);
});
