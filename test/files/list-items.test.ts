import fc from 'fast-check';
import { CORE_SCHEMA, dump, load as loadWith } from 'js-yaml';
import { stringify } from 'yaml';
import { blockListItems } from '../../src/files/list-items';

const load = (text: string) => loadWith(text, { schema: CORE_SCHEMA });
const items = (text: string) => blockListItems(text)?.map((item) => load(item.text));

test.each([
  ['as kubectl writes them', 'apiVersion: v1\nitems:\n- kind: A\n  x: 1\n- kind: B\nkind: List\nmetadata:\n  resourceVersion: ""\n', [{ kind: 'A', x: 1 }, { kind: 'B' }]],
  ['further in', 'items:\n  - kind: A\n    x:\n      - 1\n  - kind: B\nkind: List\n', [{ kind: 'A', x: [1] }, { kind: 'B' }]],
  ['at the end', 'kind: List\nitems:\n- a: 1\n- b: 2', [{ a: 1 }, { b: 2 }]],
  ['with comments and blank lines', 'items: # all\n\n# first\n- a: 1\n\n# second\n- b: 2\n# end\nkind: List\n', [{ a: 1 }, { b: 2 }]],
  ['with Windows line ends', 'items:\r\n- a: 1\r\n- b: |\r\n    x\r\nkind: List\r\n', [{ a: 1 }, { b: 'x\n' }]],
  ['lists inside', 'items:\n- a:\n  - 1\n  - - 2\n- b: |\n    - no\n    # no\n', [{ a: [1, [2]] }, { b: '- no\n# no\n' }]],
  ['a dash alone', 'items:\n-\n  a: 1\n-\n  b: 2\n', [{ a: 1 }, { b: 2 }]],
  ['in flow style each', 'items:\n- {a: 1}\n- [b]\n- text\n', [{ a: 1 }, ['b'], 'text']],
])('%s', (_, text, expected) => expect(items(text)).toEqual(expected));

test.each([
  ['in flow style', 'items: [{a: 1}]\nkind: List\n'],
  ['none', 'items: []\n'],
  ['behind an anchor', 'items: &all\n- a: 1\n'],
  ['twice', 'items:\n- a: 1\nitems:\n- b: 1\n'],
  ['text at the column of the items that is no item', 'items:\n  - a: 1\n  b: 2\n'],
  ['a tab behind the dash', 'items:\n- a: 1\n-\tb: 2\n'],
  ['lines that stand too far out', 'items:\n    - a: "x\n  y"\n'],
])('left to the reader of whole documents: %s', (_, text) => expect(blockListItems(text)).toBeUndefined());

test('the same items as in the whole, whoever wrote it', () => {
  const value = fc.dictionary(fc.string({ minLength: 1 }).filter((key) => key !== '__proto__'), fc.oneof(fc.object({ maxDepth: 2 }), fc.string(), fc.constantFrom('- a\n- b\n', '---\n', 'items:\n- x\n')), { minKeys: 1 });
  const writer = fc.constantFrom(
    (all: unknown) => stringify(all, { indentSeq: false }),
    (all: unknown) => stringify(all),
    (all: unknown) => dump(all, { noRefs: true }),
  );
  fc.assert(fc.property(fc.array(value, { minLength: 1, maxLength: 4 }), writer, fc.boolean(), (all, write, first) => {
    const text = write(first ? { items: all, kind: 'List' } : { kind: 'List', items: all });
    const found = items(text);
    if (found !== undefined) { expect(found).toEqual((load(text) as { items: unknown }).items); }
  }), { numRuns: 1000 });
});

test('columns and lines stay those of the document', () => {
  const text = 'items:\n  - kind: A\n    x: 1\n  - kind: B\n';
  expect(blockListItems(text)?.map(({ start, indent, text: item }) => [start, indent, item])).toEqual([
    [7, 4, '    kind: A\n    x: 1\n'],
    [28, 4, '    kind: B\n'],
  ]);
});
