import { stepsOf } from './field-path';
import { JsonItem, jsonListItems } from './json-items';
import { NodeFinder } from './node-finder';
import { syntaxTree } from './syntax-tree';
import { Origin } from '../../istio/model/manifest';
import { Caps } from '../caps';
import { blockListItems } from '../list-items';

/** Line and column, from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A document in which places are looked up; read like the first time, item by item where that was possible. */
export class LocatedDocument {
  private items: readonly JsonItem[] | undefined;
  /** The piece that was asked for last, so that a dump does not become one tree. Ask item by item. */
  private latest: { readonly piece: number | undefined; readonly finder: NodeFinder | undefined } | undefined;
  private readonly lineStarts: readonly number[];

  constructor(private readonly text: string, private readonly caps: Caps) {
    this.lineStarts = lineStartsOf(text);
  }

  placeOf({ item, nestedItems = [] }: Origin, path: string): Place {
    const steps = [...nestedItems.flatMap((index) => ['items', index]), ...stepsOf(path)];
    if (item === undefined) { return this.placeInWhole(steps); }
    this.items ??= jsonListItems(this.text) ?? blockListItems(this.text) ?? [];
    const piece = this.items[item];
    const finder = piece && this.finder(item, piece.text);
    return finder === undefined ? this.placeInWhole(['items', item, ...steps]) : this.placeAt(piece.start + finder.offsetOf(steps));
  }

  private placeInWhole(steps: readonly (string | number)[]): Place {
    return this.placeAt(this.finder(undefined, this.text)?.offsetOf(steps) ?? 0);
  }

  private finder(piece: number | undefined, text: string): NodeFinder | undefined {
    if (this.latest === undefined || this.latest.piece !== piece) {
      const tree = syntaxTree(text, this.caps);
      this.latest = { piece, finder: tree && new NodeFinder(tree) };
    }
    return this.latest.finder;
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
