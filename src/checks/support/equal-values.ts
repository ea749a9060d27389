/** Whether two manifests, or parts of them, say the same, whatever the order of their keys. Aliases may make them cyclic. */
export function equalValues(a: unknown, b: unknown, compared: WeakMap<object, WeakSet<object>> = new WeakMap()): boolean {
  if (a === b || Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false;
  const against = compared.get(a) ?? new WeakSet();
  // a pair that is being compared, or was found equal: anything else has ended the comparison already
  if (against.has(b)) return true;
  compared.set(a, against.add(b));
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length
    && keys.every((key) => Object.hasOwn(b, key) && equalValues((a as Fields)[key], (b as Fields)[key], compared));
}

type Fields = Readonly<Record<string, unknown>>;
