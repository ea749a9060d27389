/** The value of an object, made once. */
export function remembered<K extends object, V>(memo: WeakMap<K, V>, key: K, make: (key: K) => V): V {
  let value = memo.get(key);
  if (value === undefined) memo.set(key, value = make(key));
  return value;
}
