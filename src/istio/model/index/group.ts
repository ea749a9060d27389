/** The value of a key, made when it is not there yet. */
export function entry<K, V>(map: Map<K, V>, key: K, make: (key: K) => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make(key);
    map.set(key, value);
  }
  return value;
}

/** Lists by key, each in the order of the input. */
export function groupBy<K, V>(values: readonly V[], keyOf: (value: V) => K): ReadonlyMap<K, readonly V[]> {
  const groups = new Map<K, V[]>();
  for (const value of values) entry(groups, keyOf(value), () => []).push(value);
  for (const group of groups.values()) Object.freeze(group);
  return groups;
}
