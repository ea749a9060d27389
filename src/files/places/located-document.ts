import { stepsOf } from './field-path';
import { NodeFinder } from './node-finder';
import { syntaxTree } from './syntax-tree';
import { Origin } from '../../istio/model/manifest';
import { Caps } from '../caps';
import { blockListItems, ListItem } from '../list-items';

/** Line and column, from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A document in which places are looked up; read like the first time, item by item where that was possible. */
export class LocatedDocument {
  private items: readonly ListItem[] | undefined;
  private readonly finders = new Map<number | undefined, NodeFinder | undefined>();
  private readonly lineStarts: readonly number[];

  constructor(private readonly text: string, private readonly caps: Caps) {
    this.lineStarts = lineStartsOf(text);
  }

  placeOf({ item, nestedItems = [] }: Origin, path: string): Place {
    const steps = [...nestedItems.flatMap((index) => ['items', index]), ...stepsOf(path)];
    if (item === undefined) { return this.placeAt(this.finder(undefined, this.text)?.offsetOf(steps) ?? 0); }
    this.items ??= blockListItems(this.text) ?? [];
    const { text, start } = this.items[item] ?? { text: '', start: 0 };
    const inItem = text === '' ? undefined : this.finder(item, text);
    if (inItem !== undefined) { return this.placeAt(start + inItem.offsetOf(steps)); }
    return this.placeAt(this.finder(undefined, this.text)?.offsetOf(['items', item, ...steps]) ?? 0);
  }

  private finder(piece: number | undefined, text: string): NodeFinder | undefined {
    if (!this.finders.has(piece)) {
      const tree = syntaxTree(text, this.caps);
      this.finders.set(piece, tree && new NodeFinder(tree));
    }
    return this.finders.get(piece);
  }

  private placeAt(offset: number): Place {
    let [first, last] = [0, this.lineStarts.length - 1];
    while (first < last) {
      const middle = Math.ceil((first + last) / 2);
      if (this.lineStarts[middle] <= offset) { first = middle; } else { last = middle - 1; }
    }
    return { line: first + 1, column: offset - this.lineStarts[first] + 1 };
  }
}

function lineStartsOf(text: string): number[] {
  return [0, ...[...text.matchAll(/\r\n|[\n\r]/g)].map(({ index, 0: lineBreak }) => index + lineBreak.length)];
}
