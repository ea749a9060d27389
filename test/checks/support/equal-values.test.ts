import * as fc from 'fast-check';
import { equalValues } from '../../../src/checks/support/equal-values';

function ring(value: unknown): Record<string, unknown> {
  const object: Record<string, unknown> = { value };
  object.self = object;
  return object;
}

test.each([
  [{ a: 1, b: [2, { c: null }] }, { b: [2, { c: null }], a: 1 }],
  [ring(1), ring(1)],
  [NaN, NaN],
])('%j says the same', (a, b) => expect(equalValues(a, b)).toBe(true));

test.each([
  [{ a: 1 }, { a: '1' }],
  [{ a: 1 }, { a: 1, b: undefined }],
  [{ a: undefined }, { b: undefined }],
  [[1, 2], [2, 1]],
  [[], {}],
  [null, {}],
  [{}, null],
  [ring(1), ring(2)],
  [JSON.parse('{"__proto__": {"a": 1}}'), {}],
])('%j does not', (a, b) => expect(equalValues(a, b)).toBe(false));

test('is what JSON says, whatever the order of keys', () => {
  fc.assert(fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
    expect(equalValues(a, JSON.parse(JSON.stringify(a)))).toBe(true);
    expect(equalValues(a, b)).toBe(canonical(a) === canonical(b));
  }), { numRuns: 1000 });
});

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return { entries: Object.entries(part).sort(([a], [b]) => a < b ? -1 : 1) };
  });
}

test('aliases that grow without end are compared once', () => {
  const grown = () => Array.from({ length: 40 }).reduce<unknown>((below) => [below, below], 'leaf');
  expect(equalValues(grown(), grown())).toBe(true);
});
