/** One item of a List in block style, as a document of its own: the dash is a space, so that columns stay what they were. */
export interface ListItem {
  readonly index: number;
  /** Offset of the line that the item starts in. */
  readonly start: number;
  readonly text: string;
  /** Column of the item's own keys. */
  readonly indent: number;
}

const HEAD = /^items[ \t]*:[ \t]*(?:#.*)?\r?\n(?:[ \t]*(?:#.*)?\r?\n)*( *)-(?=[ \r\n])/m;
const OTHER_KEY = /^["']?(?!items\b)[A-Za-z]+["']?[ \t]*:/;

/**
 * The items of `kind: List` without parsing them all at once: `kubectl get -o yaml` writes documents of any size.
 * A line with a dash at the items' own column starts the next item: every scalar inside an item stands deeper.
 * `undefined` when the items are written in another way; they are read with the whole document then.
 */
export function blockListItems(text: string): ListItem[] | undefined {
  const head = HEAD.exec(text);
  if (head === null) { return undefined; }
  const column = head[1].length;
  const first = head.index + head[0].length - 1 - column;
  const bounds = boundsOf(text, first, column);
  return bounds?.slice(0, -1).map((start, index) => itemAt(text, index, start, bounds[index + 1], column));
}

/** Where each item starts, and where the last one ends. */
function boundsOf(text: string, first: number, column: number): number[] | undefined {
  const bounds = [first];
  const shallowLine = new RegExp(`\\n {0,${column}}(?=[^ \\r\\n#])`, 'g');
  shallowLine.lastIndex = first;
  for (let found = shallowLine.exec(text); found !== null; found = shallowLine.exec(text)) {
    const start = found.index + 1;
    const depth = found[0].length - 1;
    if (depth === column && /^-(?:[ \r\n]|$)/.test(text.slice(start + column, start + column + 2))) {
      bounds.push(start);
    } else if (depth === 0 && onlyOtherKeys(text.slice(start))) {
      return [...bounds, start];
    } else {
      return undefined;
    }
  }
  return [...bounds, text.length];
}

function onlyOtherKeys(rest: string): boolean {
  return (rest.match(/^[^ \r\n#].*/gm) ?? []).every((line) => OTHER_KEY.test(line));
}

function itemAt(text: string, index: number, start: number, end: number, column: number): ListItem {
  const item = `${text.slice(start, start + column)} ${text.slice(start + column + 1, end)}`;
  const indent = /^(?:[ \t]*(?:#.*)?\r?\n)*( *)/.exec(item)![1].length;
  return { index, start, text: item, indent };
}
