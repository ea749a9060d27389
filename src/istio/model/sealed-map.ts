/**
 * Prototype of a Map that cannot be changed any more: `Object.freeze` does not reach the entries. Changing the prototype of a filled Map is
 * fast and leaves it a Map to everybody else, which a subclass is not.
 */
const SEALED: object = Object.freeze(Object.create(Map.prototype, {
  clear: { value: refuse },
  delete: { value: refuse },
  set: { value: refuse },
}));

const EMPTY: ReadonlyMap<never, never> = seal(new Map<never, never>());

/** The one empty Map. */
export function emptyMap<K, V>(): ReadonlyMap<K, V> {
  return EMPTY as ReadonlyMap<unknown, unknown> as ReadonlyMap<K, V>;
}

/** A Map of these entries that nobody can change. */
export function sealedMap<K, V>(entries: Iterable<readonly [K, V]>): ReadonlyMap<K, V> {
  return sealed(new Map(entries));
}

/** A Map of the given keys that nobody can change; a key with an `undefined` value is left out. */
export function sealedMapOf<K, V>(keys: readonly K[], valueOf: (key: K) => V | undefined): ReadonlyMap<K, V> {
  const map = new Map<K, V>();
  for (const key of keys) {
    const value = valueOf(key);
    if (value !== undefined) map.set(key, value);
  }
  return sealed(map);
}

function sealed<K, V>(map: Map<K, V>): ReadonlyMap<K, V> {
  return map.size === 0 ? emptyMap() : seal(map);
}

function seal<K, V>(map: Map<K, V>): ReadonlyMap<K, V> {
  return Object.setPrototypeOf(map, SEALED) as ReadonlyMap<K, V>;
}

function refuse(): never {
  throw new TypeError('the snapshot cannot be changed; build a new one with buildSnapshot');
}
