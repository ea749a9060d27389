import fc from 'fast-check';
import { parseAllDocuments } from 'yaml';
import { splitDocuments } from '../../src/files/split-documents';

const split = (text: string) => [...splitDocuments(text)].map(({ start, end }) => text.slice(start, end));

test.each([
  ['one document', 'a: 1\n', ['a: 1\n']],
  ['nothing', '', []],
  ['only comments', '# a\n\n  # b\n', []],
  ['a marker alone', '---', ['---']],
  ['two documents', '---\na: 1\n---\nb: 2', ['---\na: 1\n', '---\nb: 2']],
  ['the first without marker', 'a: 1\n---\nb: 2\n', ['a: 1\n', '---\nb: 2\n']],
  ['comments before the first marker belong to it', '# c\n---\na: 1\n', ['# c\n---\na: 1\n']],
  ['empty documents count', '---\n---\n\n---\na: 1\n', ['---\n', '---\n\n', '---\na: 1\n']],
  ['text behind the marker', '--- {a: 1}\n--- # comment\nb: 2\n', ['--- {a: 1}\n', '--- # comment\nb: 2\n']],
  ['a tab behind the marker', '---\ta\n', ['---\ta\n']],
  ['Windows line ends', 'a: 1\r\n---\r\nb: 2\r\n', ['a: 1\r\n', '---\r\nb: 2\r\n']],
  ['old Mac line ends', 'a: 1\r---\rb: 2\r', ['a: 1\r', '---\rb: 2\r']],
  ['a byte order mark before a marker', '\uFEFF---\na\n\uFEFF---\nb\n', ['\uFEFF---\na\n', '\uFEFF---\nb\n']],
  ['a block scalar with markers inside', 'a: |\n  ---\n  b\n---\nc: 1\n', ['a: |\n  ---\n  b\n', '---\nc: 1\n']],
  ['what only begins like a marker', 'a: |\n ----\n---x\n--\n-----BEGIN\n', ['a: |\n ----\n---x\n--\n-----BEGIN\n']],
  ['a marker in the middle of a line', 'a: x --- y\n', ['a: x --- y\n']],
  ['the end of a document', 'a: 1\n...\n---\nb: 2\n...\n', ['a: 1\n', '\n---\nb: 2\n']],
  ['a document without marker after the end', 'a: 1\n...\nb: 2\n', ['a: 1\n', '\nb: 2\n']],
  ['directives belong to the next document', '%YAML 1.2\n---\na: 1\n...\n# c\n%YAML 1.1\n---\nb: 2\n', ['%YAML 1.2\n---\na: 1\n', '\n# c\n%YAML 1.1\n---\nb: 2\n']],
  ['a percent sign inside a document', '---\na: |\n  x\n%b\n', ['---\na: |\n  x\n%b\n']],
])('%s', (_, text, documents) => expect(split(text)).toEqual(documents));

test('as many documents as yaml finds, with the same values', () => {
  const line = fc.constantFrom('---', '--- ', '--- x', '...', 'a: 1', '  b: |', '    ---', '    text', '# c', '', 'x: "y"', '----', '- 1');
  fc.assert(fc.property(fc.array(line, { maxLength: 12 }), fc.constantFrom('\n', '\r\n'), (lines, lineBreak) => {
    const text = lines.join(lineBreak);
    const expected = parseAllDocuments(text, { logLevel: 'silent' });
    if (!Array.isArray(expected) || expected.some(({ errors }) => errors.length > 0) || /^\.\.\.|\.\.\.\s+\.\.\./m.test(text)) { return; }
    const found = split(text).map((document) => parseAllDocuments(document, { logLevel: 'silent' })).map((all) => (Array.isArray(all) ? all[0]?.toJS() : null) ?? null);
    expect({ text, found }).toEqual({ text, found: expected.map((document) => document.toJS() as unknown) });
  }), { numRuns: 5000 });
});

test('many blank lines cost no stack', () => {
  expect(split('\n'.repeat(5_000_000))).toEqual([]);
  expect(split(`${'# c\n'.repeat(1_000_000)}---\na`)).toHaveLength(1);
});
