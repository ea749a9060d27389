import { CLOSING, endOfString, OPENING, QUOTE } from '../json-characters';

/** Where the items of a List in JSON stand in its text; `undefined` when it is no such List. */
export interface JsonItem {
  readonly start: number;
  readonly text: string;
}

const ITEMS = '"items"';
/** Of an item's own braces: inside the List and its array. */
const ITEM_DEPTH = 3;

/** A tree of the dump of a whole cluster would fill the memory; a tree of one item does not. */
export function jsonListItems(text: string): JsonItem[] | undefined {
  if (!/^\uFEFF?\s*\{/.test(text)) { return undefined; }
  const items: JsonItem[] = [];
  let depth = 0;
  let inItems = false;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      const end = endOfString(text, at);
      // A value never stands before the items at this depth without a key of its own before it.
      if (depth === 1) { inItems = text.slice(at, end + 1) === ITEMS; }
      at = end;
    } else if (OPENING.has(code)) {
      depth += 1;
      if (depth === ITEM_DEPTH) { start = at; }
    } else if (CLOSING.has(code)) {
      if (depth === ITEM_DEPTH && inItems) { items.push({ start, text: text.slice(start, at + 1) }); }
      depth -= 1;
    }
  }
  return items;
}
