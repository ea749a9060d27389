import { findingWith } from './finding-with';
import { firstLines, renderLine } from '../../src/findings/render-line';

test('id, name, message and fix in one line', () => {
  expect(renderLine(findingWith({ message: 'two policies select app=api', fix: 'join them' })))
    .toBe('MTLS201 selector-in-root-namespace: two policies select app=api; fix: join them');
});

test.each([
  [[], 2, []],
  [['a'], 2, ['<a>']],
  [['a', 'b'], 2, ['<a>', '<b>']],
  [['a', 'b', 'c'], 2, ['<a>', '<b>', 'and 1 more']],
  [['a', 'b', 'c'], 0, ['and 3 more']],
])('%j with a limit of %d', (all, limit, lines) => {
  expect(firstLines(all, limit, (one) => `<${one}>`)).toEqual(lines);
});
