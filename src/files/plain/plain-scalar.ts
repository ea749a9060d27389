import { UNUSUAL } from './unusual';
import { floatOf, integerOf, isFloat, isInteger } from '../core-numbers';

const COLON = 58;
/** Begins with what means nothing else in YAML. */
const FIRST = /^(?:[A-Za-z0-9_./+($~\u00a0-\ud7ff]|-[^ ])/;
/** Holds a comment, a key, or spaces at its end. */
const REMARKABLE = /: | #|[: ]$/;
const QUOTED = /^(?:"([^"\\]*)"|'([^']*)') *(?: #.*)?$/;
const EMPTY = /^(?:\[ *\]|\{ *\}) *(?: #.*)?$/;
const FLOW_ITEM = / *(?:"([^"\\]*)"|'([^']*)'|([A-Za-z0-9_./+($-][A-Za-z0-9_./+($)*=@ -]*)) *([,\]])/y;

/** The value behind `key: ` or `- ` when it stands on one line in a usual way. */
export function plainScalar(line: string): unknown {
  switch (line[0]) {
    case '"':
    case '\'': return quoted(line);
    case '[': return EMPTY.test(line) ? [] : flowSequence(line);
    case '{': return EMPTY.test(line) ? {} : unusual();
    default: return resolved(unquoted(line));
  }
}

function unusual(): never {
  throw UNUSUAL;
}

function quoted(line: string): string {
  const found = QUOTED.exec(line) ?? unusual();
  return found[1] ?? found[2];
}

/** `["a", b]`, without anything nested. */
function flowSequence(line: string): unknown[] {
  const items: unknown[] = [];
  let end = '';
  FLOW_ITEM.lastIndex = 1;
  while (end !== ']') {
    const at = FLOW_ITEM.lastIndex;
    const [, double, single, plain, sign] = FLOW_ITEM.exec(line) ?? unusual();
    items.push(double ?? single ?? resolved(unquoted(plain)));
    end = sign;
    if (FLOW_ITEM.lastIndex <= at) { unusual(); }
  }
  return /^ *(?: #.*)?$/.test(line.slice(FLOW_ITEM.lastIndex)) ? items : unusual();
}

/** Without the comment behind it. */
function unquoted(line: string): string {
  if (!FIRST.test(line)) { unusual(); }
  if (!REMARKABLE.test(line)) { return line; }
  const comment = line.indexOf(' #');
  const text = (comment < 0 ? line : line.slice(0, comment)).trimEnd();
  return text.includes(': ') || text.endsWith(':') ? unusual() : text;
}

/** What an unquoted text means. */
function resolved(text: string): unknown {
  switch (text) {
    case '~':
    case 'null':
    case 'Null':
    case 'NULL': return null;
    case 'true':
    case 'True':
    case 'TRUE': return true;
    case 'false':
    case 'False':
    case 'FALSE': return false;
  }
  // Digits, signs and dots; letters stand behind them.
  if (text.charCodeAt(0) > COLON) { return text; }
  if (isInteger(text)) { return integerOf(text); }
  return isFloat(text) ? floatOf(text) : text;
}
