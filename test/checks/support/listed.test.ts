import { listed } from '../../../src/checks/support/listed';

test.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b and c'],
  [['a', 'b', 'c', 'd'], 'a, b and 2 more'],
  [['a', 'b', 'c', 'd', 'e', 'f'], 'a, b and 4 more'],
])('%j', (texts, line) => expect(listed(texts)).toBe(line));

test('as many as asked for', () => expect(listed(['a', 'b', 'c', 'd', 'e'], 4)).toBe('a, b, c and 2 more'));
