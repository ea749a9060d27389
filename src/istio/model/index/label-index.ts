import { entry } from './group';
import { isSubset } from './selector-index';
import { Labels } from '../resource';

const NONE: readonly never[] = Object.freeze([]);

/** Finds what carries the labels of a selector: starts from the label that the fewest carry. */
export class LabelIndex<T> {
  private readonly carriers = new Map<string, Map<string, T[]>>();

  constructor(private readonly items: readonly T[], private readonly labelsOf: (item: T) => Labels) {
    for (const item of items) {
      for (const [key, value] of labelsOf(item)) {
        entry(entry(this.carriers, key, () => new Map<string, T[]>()), value, () => []).push(item);
      }
    }
  }

  /** Items that carry all labels of the selector, in the order in which they were given; an empty selector selects all. */
  carrying(selector: Labels): readonly T[] {
    if (selector.size === 0) return this.items;
    let fewest: readonly T[] | undefined;
    for (const [key, value] of selector) {
      const carriers = this.carriers.get(key)?.get(value) ?? NONE;
      if (fewest === undefined || carriers.length < fewest.length) fewest = carriers;
    }
    return (fewest ?? NONE).filter(item => isSubset(selector, this.labelsOf(item)));
  }
}
