import fc from 'fast-check';
import { parseDocument, stringify } from 'yaml';
import { ODD_DOCUMENTS } from './odd-documents';
import { DEFAULT_CAPS } from '../../src/files/caps';
import { parseYaml } from '../../src/files/parse-yaml';

/** What `yaml` makes of a text, with the one option that our readers need. */
function reference(text: string): { readonly value: unknown } | undefined {
  const document = parseDocument(text, { merge: true, logLevel: 'silent' });
  if (document.errors.length > 0) { return undefined; }
  try {
    return { value: document.toJS() };
  } catch {
    return undefined;
  }
}

const read = (text: string) => parseYaml(text, DEFAULT_CAPS);

describe('the values of yaml', () => {
  test.each(ODD_DOCUMENTS)('%s', (_, text) => {
    const expected = reference(text);
    expect(expected).toBeDefined();
    expect(read(text)).toEqual({ value: expected!.value });
  });

  test('dates stay texts and port numbers stay keys', () => {
    expect(read('at: 2026-11-21\nports: {8080: 007}\n').value).toEqual({ at: '2026-11-21', ports: { 8080: 7 } });
  });

  const json = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.oneof(fc.string({ unit: 'grapheme' }), fc.string(), fc.integer(), fc.double({ noNaN: true }), fc.boolean(), fc.constant(null)),
      fc.constantFrom('yes', 'on', '0o7', '1_000', '<<', '2001-01-01', '---', '...', '- x', '# x', 'a: b', '*a', '&a', '!t', '|', '~', '1e3', ''),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('8080', '__proto__', 'on', '<', 'a b', '"')), tie('value'), { maxKeys: 4 }),
    ),
  })).value;

  test('of anything that yaml writes, in any style', () => {
    fc.assert(fc.property(json, fc.record({
      collectionStyle: fc.constantFrom('any' as const, 'block' as const, 'flow' as const),
      defaultStringType: fc.constantFrom('PLAIN' as const, 'QUOTE_DOUBLE' as const, 'QUOTE_SINGLE' as const, 'BLOCK_LITERAL' as const),
      indent: fc.integer({ min: 1, max: 8 }),
      indentSeq: fc.boolean(),
      lineWidth: fc.constantFrom(0, 20, 80),
    }), (value, style) => {
      const text = stringify({ value }, style);
      const expected = reference(text);
      const { value: found, fault } = read(text);
      if (expected !== undefined && fault === undefined) { expect(found).toEqual(expected.value); }
    }), { numRuns: 2000 });
  });

  test('of anything that is put together from the signs of YAML', () => {
    const sign = fc.constantFrom(
      'a', 'b: ', 'c:', '- ', '  ', ' ', '\n', '\n  ', '\n    ', '"', '\'', '[', ']', '{', '}', ', ', '&x ', '*x', '|\n', '>-\n', '#', '...', '---\n', '1', '007',
      '0o7', '.5', '1_000', '.inf', '~', 'true', 'yes', '2001-01-01', '<<: ', '<<', '\t', '%', '@', '`', '\\', 'é', '\u2028', '12:30', '-0', '\r\n', ': ', 'x y', '"a": ',
    );
    let compared = 0;
    fc.assert(fc.property(fc.array(sign, { maxLength: 14 }), (signs) => {
      const text = `k: ${signs.join('')}`;
      const expected = reference(text);
      const { value, fault } = read(text);
      if (expected === undefined || fault !== undefined || hasOddKey(expected.value)) { return; }
      compared += 1;
      expect({ text, value }).toEqual({ text, value: expected.value });
    }), { numRuns: 20_000 });
    expect(compared).toBeGreaterThan(4000);
  });
});

/** A key that is no text: Kubernetes refuses it, and each reader makes a text of its own of it. */
function hasOddKey(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) { return false; }
  return Object.entries(value).some(([key, child]) => /^$|^[[{]/.test(key) || hasOddKey(child));
}

describe('faults', () => {
  const key = 'the same key twice in one map; tools differ in which one counts';
  test.each([
    ['a: 1\na: 2\n', 2, 1, key],
    ['a:\n  b: 1\n  c: 2\n  "b": 3\n', 4, 3, key],
    ['a: {b: 1, b: 2}\n', 1, 11, key],
    ['8080: 1\n"8080": 2\n', 2, 1, key],
    ['a: [1\nb: 2\n', 2, 1, 'not YAML: missed comma between flow collection entries'],
    ['a: "x\n', 2, 1, 'not YAML: unexpected end of the stream within a double quoted scalar'],
    ['a: b: c\n', 1, 5, 'not YAML: bad indentation of a mapping entry'],
    ['a: x\0y\n', 1, 5, 'not YAML: null byte is not allowed in input'],
    ['a:\n\t- b\n', 2, 1, 'not YAML: tab characters must not be used in indentation'],
    ['a: *nowhere\n', 1, 12, 'not YAML: unidentified alias "nowhere"'],
    ['a: &a [*a]\n', 1, 1, 'an alias names a node that it is part of, and would never end'],
    ['a: !!int x\n', 1, 11, 'not YAML: cannot resolve a node with !<tag:yaml.org,2002:int> explicit tag'],
  ])('%j', (text, line, column, message) => {
    expect(read(text)).toEqual({ fault: { message, line, column } });
  });

  test('is never thrown, whatever the bytes are', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme-ascii', maxLength: 200 })), (text) => {
      const { value, fault } = read(text);
      expect(value === undefined).toBe(fault !== undefined);
    }), { numRuns: 2000 });
  });
});

describe('caps', () => {
  const nested = (levels: number) => `a: ${'['.repeat(levels)}${']'.repeat(levels)}\n`;
  const keys = (count: number) => `a: {${Array.from({ length: count }, (_, index) => `k${index}: 1`).join(', ')}}\n`;
  const bomb = `a: &a [1, 1]\n${Array.from({ length: 30 }, (_, index) => `b${index}: &${'b'.repeat(index + 1)} [*${index === 0 ? 'a' : 'b'.repeat(index)}, *${index === 0 ? 'a' : 'b'.repeat(index)}]\n`).join('')}`;
  const merges = `a: &a {${Array.from({ length: 200 }, (_, index) => `k${index}: 1`).join(', ')}}\nb:\n${'  - <<: *a\n'.repeat(100)}`;
  const raise = (option: string) => new RegExp(`the cap is \\d+; raise it with ${option} if the input can be trusted$`);

  test.each([
    ['depth', nested(DEFAULT_CAPS.depth - 1), nested(DEFAULT_CAPS.depth + 2), '--max-depth'],
    ['keys', keys(DEFAULT_CAPS.keys), keys(DEFAULT_CAPS.keys + 1), '--max-keys'],
    ['aliases', `a: &a [1, 2]\nb: [${Array(3000).fill('*a').join(', ')}]\n`, bomb, '--max-alias-nodes'],
    ['merge keys', 'a: &a {b: 1}\nc: {<<: *a}\n', merges, '--max-alias-nodes'],
  ])('%s', (_, fits, excess, option) => {
    expect(read(fits).fault).toBeUndefined();
    expect(read(excess).fault?.message).toMatch(raise(option));
  });

  test('can be raised', () => {
    expect(parseYaml(nested(300), { ...DEFAULT_CAPS, depth: 400 }).fault).toBeUndefined();
    expect(parseYaml(merges, { ...DEFAULT_CAPS, aliasNodes: 100_000 }).fault).toBeUndefined();
  });

  test('a nesting that would exhaust the stack is one too many as well', () => {
    expect(parseYaml(nested(1_000_000), { ...DEFAULT_CAPS, depth: 2_000_000 }).fault?.message).toMatch(raise('--max-depth'));
  });
});
