import fc from 'fast-check';
import { dump, load } from 'js-yaml';
import { stringify } from 'yaml';
import { parsePlain } from '../../../src/files/plain/parse-plain';
import { CORE } from '../../../src/files/yaml-schema';
import { ODD_DOCUMENTS } from '../odd-documents';

/** Where the plain reader gives a value, the whole reader gives the same; returns whether it did. */
function expectSame(text: string): boolean {
  const found = parsePlain(text);
  if (found === undefined) { return false; }
  expect({ text, value: found.value }).toEqual({ text, value: load(text, { schema: CORE }) });
  return true;
}

test.each([
  ['a manifest', '---\napiVersion: v1\nkind: Service\nmetadata:\n  name: a # comment\n  labels:\n    app.kubernetes.io/name: "x"\n\n# comment\nspec:\n  ports:\n  - port: 80\n    name: \'http\'\n  - port: 81\n'],
  ['lists further in, in lists, and of scalars', 'a:\n  - b: 1\n    c:\n      - x\n      - -1\n  - d: 2\ne:\n- 1\n- http://x:80/y#z\n'],
  ['nothing, and empty collections', 'a:\nb: ~\nc: []\nd: { }\ne: # comment\n'],
  ['lists in flow style', 'a: [NET_ADMIN, "b, c", 3, true]\nb: ["--x=y", \'z\'] # c\n'],
  ['numbers and words', 'a: 0o17\nb: -0x1\nc: 1e3\nd: .5\ne: -.inf\nf: yes\ng: TRUE\nh: 1_000\ni: 2026-11-21\nj: 007\nk: +1\nl: 1.2.3\n'],
  ['literal texts', 'a: |\n  one\n   two\n\n  # three\nb: |-\n    x: y\n\nc:\n- e\n'],
  ['keys that are numbers', '8080: a\n'],
  ['other letters', 'a: Ä ö 日本\n'],
])('reads %s', (_, text) => expect(expectSame(text)).toBe(true));

test.each([
  'a: b\na: c\n', 'a: "b\\n"\n', "a: 'it''s'\n", 'a: {b: c}\n', 'a: [b, [c]]\n', 'a: [b,\n  c]\n', 'a: b\n  c\n', '- a\n', 'a\n', '"a": b\n', '? a\n: b\n', 'a: &x b\n', 'a: *x\n', 'a: !t b\n',
  'a: >\n  b\n', 'a: |+\n  b\n', 'a: |2\n   b\n', 'a: |\n\n  b\n', 'a: |\nb: c\n', 'a: |\n  ', 'a:\n- - b\n', 'a: - b\n', 'a: b: c\n', 'a: b:\n', 'a:b\n', 'a: @b\n', 'a: `b\n', 'a: %b\n', 'a: ?b\n',
  'a:\tb\n', 'a: b\r\n', 'a: b\u2028c\n', 'a: \u0007\n', '\uFEFFa: b\n', 'a: 😀\n', '__proto__: a\n', 'True: a\n', '007: a\n', '<<: a\n', '%YAML 1.2\n---\na: b\n', '--- a: b\n', 'a:\n    b: c\n  d: e\n',
  ' a: b\nc: d\n', '', '# only\n', 'a: ]\n', 'a: -\n',
])('leaves %j to the whole reader', (text) => expect(parsePlain(text)).toBeUndefined());

test('gives the values of the whole reader on odd documents', () => {
  expect(ODD_DOCUMENTS.filter(([, text]) => expectSame(text)).length).toBeGreaterThan(3);
});

test('gives the values of the whole reader on anything that is put together from the signs of YAML', () => {
  const sign = fc.constantFrom(
    'a', 'b: ', 'c:', '- ', '  ', ' ', '\n', '\n  ', '\n    ', '\n- ', '\n  - ', '"', '\'', '[', ']', '{', '}', ', ', '&x ', '*x', '!t ', '|\n', '|-\n    ', '>\n', '#', ' #', '? ', '---\n', '1', '007',
    '.5', '1e3', '.inf', '~', 'true', '<<: ', '%', '\\', 'é', ':', ': ', 'x y', '"a": ', '"x"', '[]', '{}', '[a, "b"]', '80: ', 'true: ', 'k: v\n', 'k:\n', '\n\n', '# c\n', 'http://x', 'a#b', '-x', '$', '=', '\t',
  );
  const line = fc.tuple(fc.nat(4), fc.constantFrom('', '- ', '-   '), fc.constantFrom(
    'a:', 'b: x', 'c: 1', 'd: "q"', 'e: |', 'f: |-', 'g: []', 'x', '"y"', '# c', '', 'a: b: c', 'h: x # c', 'i: [a, 1, "z"]', '8080: y', 'j: x ', 'k:  ', 'l: -', 'm: - x', 'two words', '-', 'q: {}', 's: "a" b', '---',
  )).map(([indent, dash, text]) => `${' '.repeat(indent)}${dash}${text}`);
  const text = fc.oneof(
    fc.array(sign, { maxLength: 14 }).map((signs) => signs.join('')),
    fc.array(sign, { maxLength: 12 }).map((signs) => `k:\n  ${signs.join('')}`),
    fc.tuple(fc.array(line, { maxLength: 9 }), fc.constantFrom('', '\n')).map(([lines, end]) => lines.join('\n') + end),
  );
  let read = 0;
  fc.assert(fc.property(text, (one) => { read += Number(expectSame(one)); }), { numRuns: 20_000 });
  expect(read).toBeGreaterThan(800);
});

test('reads what tools write, and reads it as they meant it', () => {
  const word = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_./-]{0,8}$/);
  const value = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.oneof(word, fc.string(), fc.integer(), fc.boolean(), fc.constantFrom(null, 'a\nb\n', 'a\n  b', 'yes', '1', 'x: y', ' z', 'http://a:80')),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(word, tie('value'), { maxKeys: 4 }),
    ),
  })).value;
  const write = fc.constantFrom(
    (all: unknown) => stringify(all),
    (all: unknown) => stringify(all, { indentSeq: false }),
    (all: unknown) => dump(all),
    (all: unknown) => dump(all, { noArrayIndent: true }),
  );
  let read = 0;
  fc.assert(fc.property(fc.dictionary(word, value, { minKeys: 1, maxKeys: 4 }), write, (all, writer) => { read += Number(expectSame(writer(all))); }), { numRuns: 3000 });
  expect(read).toBeGreaterThan(1000);
});
