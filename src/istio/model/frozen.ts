const EMPTY: readonly never[] = Object.freeze([]);

/** The list, frozen; every empty one is the same. */
export function frozenList<T>(list: T[]): readonly T[] {
  return list.length === 0 ? EMPTY : Object.freeze(list);
}
