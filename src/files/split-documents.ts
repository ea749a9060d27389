/** Where one YAML document stands in a text: directives, marker and content; offsets in UTF-16 units. */
export interface DocumentSpan {
  readonly index: number;
  readonly start: number;
  readonly end: number;
}

/** `---` or `...` at the start of a line, alone or followed by white space. No scalar can contain that, so no parser is needed. */
const MARKER = /[\n\r]\uFEFF?(?:---|\.\.\.)(?=[ \t\n\r]|$)/g;
const FIRST_MARKER = /^\uFEFF?---(?=[ \t\n\r]|$)/;

/** The documents of a stream in their order. Those without content between two markers count, so that an index means the same to every reader. */
export function* splitDocuments(text: string): Generator<DocumentSpan> {
  const marker = new RegExp(MARKER);
  let index = 0;
  let start = 0;
  // Before the first marker, and after `...`, stand directives, a document without marker, or nothing.
  let marked = FIRST_MARKER.test(text);
  for (;;) {
    const found = marker.exec(text);
    const end = found === null ? text.length : found.index + 1;
    const opens = found !== null && found[0].endsWith('-');
    const nothing = !marked && holdsNoDocument(text, start, end);
    if (!nothing) { yield { index: index++, start, end }; }
    if (found === null) { return; }
    // Directives belong to the document that the next marker opens.
    if (!nothing || !opens) { start = opens ? end : marker.lastIndex; }
    marked = opens;
  }
}

/** Only blank lines, comments and directives. Reads as far as the first character that says otherwise. */
function holdsNoDocument(text: string, start: number, end: number): boolean {
  const skipped = /[ \t\n\r\uFEFF]*/y;
  for (let at = start; at < end; at += 1) {
    skipped.lastIndex = at;
    skipped.exec(text);
    if (skipped.lastIndex >= end) { return true; }
    at = skipped.lastIndex;
    if (text[at] !== '#' && text[at] !== '%') { return false; }
    const lineBreak = /[\n\r]/g;
    lineBreak.lastIndex = at;
    const next = lineBreak.exec(text);
    if (next === null) { return true; }
    at = next.index;
  }
  return true;
}
