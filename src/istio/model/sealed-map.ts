/** A Map that cannot be changed once it is filled: `Object.freeze` does not reach the entries of a plain one. */
class SealedMap<K, V> extends Map<K, V> {
  clear(): never {
    return refuse();
  }

  delete(): never {
    return refuse();
  }

  set(): never {
    return refuse();
  }
}

// To everybody else it is a Map: test matchers and structuredClone compare constructors.
Object.defineProperty(SealedMap.prototype, 'constructor', { value: Map });

const EMPTY: ReadonlyMap<never, never> = new SealedMap<never, never>();
const add = Map.prototype.set;

/** The one empty Map. */
export function emptyMap<K, V>(): ReadonlyMap<K, V> {
  return EMPTY as ReadonlyMap<unknown, unknown> as ReadonlyMap<K, V>;
}

/** A Map of these entries that nobody can change. */
export function sealedMap<K, V>(entries: Iterable<readonly [K, V]>): ReadonlyMap<K, V> {
  const map = new SealedMap<K, V>();
  for (const [key, value] of entries) add.call(map, key, value);
  return map.size === 0 ? emptyMap() : map;
}

/** A Map of the given keys that nobody can change; a key with an `undefined` value is left out. */
export function sealedMapOf<K, V>(keys: readonly K[], valueOf: (key: K) => V | undefined): ReadonlyMap<K, V> {
  const map = new SealedMap<K, V>();
  for (const key of keys) {
    const value = valueOf(key);
    if (value !== undefined) add.call(map, key, value);
  }
  return map.size === 0 ? emptyMap() : map;
}

function refuse(): never {
  throw new TypeError('the snapshot cannot be changed; build a new one with buildSnapshot');
}
