const EMPTY: readonly never[] = Object.freeze([]);

/** A frozen copy without the room that a growing list keeps; every empty one is the same. */
export function frozenList<T>(list: readonly T[]): readonly T[] {
  return list.length === 0 ? EMPTY : Object.freeze(list.slice());
}
