import { isUnreadable } from '../../src/findings/unreadable';

const problem = (path: string) => ({ mesh: 'default', origin: {}, path, message: 'expected another type', object: '' });

test.each([
  ['', true],
  ['items', true],
  ['items[12]', true],
  ['items[1].spec', false],
  ['spec.items', false],
  ['itemsx', false],
  ['metadata.name', false],
])('path %j', (path, unreadable) => expect(isUnreadable(problem(path))).toBe(unreadable));
