/** Groups by key, in the order of the input, so that what belongs together is found without comparing all with all. */
export function groupBy<Key, One>(all: Iterable<One>, keysOf: (one: One) => Iterable<Key>): ReadonlyMap<Key, readonly One[]> {
  const groups = new Map<Key, One[]>();
  for (const one of all) {
    for (const key of keysOf(one)) {
      const group = groups.get(key);
      if (group) { group.push(one); } else { groups.set(key, [one]); }
    }
  }
  return groups;
}
