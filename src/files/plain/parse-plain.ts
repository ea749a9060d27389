import { plainScalar } from './plain-scalar';
import { UNUSUAL } from './unusual';

/** `key: rest of the line`; the key is one that no reader makes anything but a text of. */
const ENTRY = /([A-Za-z_][A-Za-z0-9_./-]*|[1-9][0-9]{0,14}):(?: +([^\n]*))?(?:\n|$)/y;
const WORD_KEY = /^(?:true|false|null|__proto__)$/i;
const BLANK_LINES = /(?: *(?:#[^\n]*)?\n)*/y;
/** Tabs, carriage returns, control characters, line separators, marks of byte order, other planes. */
const ODD_CHARACTER = /[^\n -~\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]/;
const DEEPEST = 64;
const SPACE = 32;
const NEW_LINE = 10;
const DASH = 45;
const HASH = 35;
const BAR = 124;

/**
 * Reads block style as tools write it: keys, one-line values, literal texts, lists. Twice as fast as a reader of all of YAML, and most documents need no more.
 * `undefined` at the first thing that is unusual, also at every mistake: the whole reader decides what that is. Where this gives a value, it is the same one.
 */
export function parsePlain(text: string): { readonly value: unknown; readonly fault?: undefined } | undefined {
  if (ODD_CHARACTER.test(text)) { return undefined; }
  try {
    return { value: new PlainReader(text).document() };
  } catch (error) {
    if (error === UNUSUAL) { return undefined; }
    throw error;
  }
}

class PlainReader {
  /** First character of the line that comes next, behind its indentation. */
  private at = 0;
  /** Its column; -1 at the end of the text. */
  private column = 0;
  private depth = 0;

  constructor(private readonly text: string) {}

  document(): unknown {
    if (this.text.startsWith('---\n')) { this.at = '---\n'.length; }
    this.toNextLine();
    const value = this.mapping(this.column);
    return this.column === -1 ? value : this.leave();
  }

  private leave(): never {
    throw UNUSUAL;
  }

  private mapping(column: number): Record<string, unknown> {
    this.enter();
    const fields: Record<string, unknown> = {};
    do {
      ENTRY.lastIndex = this.at;
      const entry = ENTRY.exec(this.text) ?? this.leave();
      const key = entry[1];
      if (WORD_KEY.test(key) || Object.hasOwn(fields, key)) { this.leave(); }
      this.at = ENTRY.lastIndex;
      fields[key] = this.value(entry[2] ?? '', column);
    } while (this.column === column && !this.isItem());
    return this.exit(fields, column);
  }

  private sequence(column: number): unknown[] {
    this.enter();
    const items: unknown[] = [];
    do {
      const start = this.skipSpaces(this.at + 1);
      ENTRY.lastIndex = start;
      if (ENTRY.test(this.text)) {
        const inner = column + start - this.at;
        this.at = start;
        items.push(this.mapping(inner));
      } else {
        const end = this.endOfLine(start);
        this.at = end + 1;
        items.push(start === end ? this.leave() : plainScalar(this.text.slice(start, end)));
        this.toNextLine();
      }
    } while (this.column === column && this.isItem());
    return this.exit(items, column);
  }

  /** What stands behind a key: on its line, or below it. */
  private value(rest: string, column: number): unknown {
    const code = rest === '' ? HASH : rest.charCodeAt(0);
    if (code !== HASH) {
      const value = code === BAR ? this.literal(rest, column) : plainScalar(rest);
      this.toNextLine();
      return value;
    }
    this.toNextLine();
    if (this.column > column) { return this.isItem() ? this.sequence(this.column) : this.mapping(this.column); }
    return this.column === column && this.isItem() ? this.sequence(column) : null;
  }

  /** `|` and `|-`: the lines below that stand further in. */
  private literal(sign: string, column: number): string {
    if (sign !== '|' && sign !== '|-') { this.leave(); }
    const indent = this.skipSpaces(this.at) - this.at;
    if (indent <= column || this.text.charCodeAt(this.at + indent) === NEW_LINE) { this.leave(); }
    const lines: string[] = [];
    while (this.at < this.text.length) {
      const start = this.skipSpaces(this.at);
      const end = this.endOfLine(start);
      if (start < end && start - this.at < indent) { break; }
      lines.push(this.text.slice(Math.min(this.at + indent, end), end));
      this.at = end + 1;
    }
    while (lines[lines.length - 1] === '') { lines.pop(); }
    if (lines.length === 0) { this.leave(); }
    return sign === '|' ? `${lines.join('\n')}\n` : lines.join('\n');
  }

  private enter(): void {
    this.depth += 1;
    if (this.depth > DEEPEST) { this.leave(); }
  }

  /** A line further in than this collection belongs to nothing: a text over several lines, or a mistake. */
  private exit<T>(collection: T, column: number): T {
    this.depth -= 1;
    return this.column > column ? this.leave() : collection;
  }

  private toNextLine(): void {
    BLANK_LINES.lastIndex = this.at;
    BLANK_LINES.test(this.text);
    const start = BLANK_LINES.lastIndex;
    this.at = this.skipSpaces(start);
    const code = this.text.charCodeAt(this.at);
    this.column = this.at >= this.text.length || code === HASH ? -1 : this.at - start;
  }

  private isItem(): boolean {
    return this.text.charCodeAt(this.at) === DASH && (this.text.charCodeAt(this.at + 1) === SPACE || this.text.charCodeAt(this.at + 1) === NEW_LINE);
  }

  private skipSpaces(from: number): number {
    let at = from;
    while (this.text.charCodeAt(at) === SPACE) { at += 1; }
    return at;
  }

  private endOfLine(from: number): number {
    const end = this.text.indexOf('\n', from);
    return end < 0 ? this.text.length : end;
  }
}
