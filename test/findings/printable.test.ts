import fc from 'fast-check';
import { printable } from '../../src/findings/printable';

test.each([
  ['plain text, Ünïcode and 漢字 stay', 'plain text, Ünïcode and 漢字 stay'],
  ['two\nlines\r\n', 'two\\u000alines\\u000d\\u000a'],
  ['red \u001b[31m', 'red \\u001b[31m'],
  ['a\u0000b\u007fc\u009bd', 'a\\u0000b\\u007fc\\u009bd'],
  ['\u2028\u2029\u202e\u2066\ufeff', '\\u2028\\u2029\\u202e\\u2066\\ufeff'],
])('%j', (text, shown) => expect(printable(text)).toBe(shown));

test('is one line without control characters, whatever comes in', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
    expect(printable(text)).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
  }), { numRuns: 1000 });
});
