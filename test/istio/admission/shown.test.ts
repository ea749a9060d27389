import { shown } from '../../../src/istio/admission/shown';

test.each([
  ['a', '"a"'],
  ['a\n"b"', '"a\\n\\"b\\""'],
  ['x'.repeat(61), `"${'x'.repeat(60)}..."`],
  ['x'.repeat(60), `"${'x'.repeat(60)}"`],
  [1.5, '1.5'],
  [NaN, 'NaN'],
  [null, 'null'],
  [undefined, 'undefined'],
  [true, 'true'],
  [[], 'an empty list'],
  [[1], 'a list'],
  [{}, 'an empty object'],
  [{ a: 1 }, 'an object'],
  [() => 1, 'a function'],
  [Symbol('x'), 'a symbol'],
])('%p', (value, expected) => {
  expect(shown(value)).toBe(expected);
});
