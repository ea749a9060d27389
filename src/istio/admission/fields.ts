/** Reading untyped objects. `null` counts as absent everywhere: the API server prunes it before both gates look. */
export type Fields = Readonly<Record<string, unknown>>;

export function isAbsent(value: unknown): value is null | undefined {
  return value === undefined || value === null;
}

/** The value as an object, or undefined for anything else. */
export function fieldsOf(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Fields : undefined;
}

/** The value as a list; anything else is empty. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The value as a text; anything else is empty, as protobuf's zero value is. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The value as a number, or undefined for anything else. */
export function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

/** The entries of an object whose keys the user chose; entries with `null` are pruned. */
export function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  const fields = fieldsOf(value);
  return fields === undefined ? [] : Object.entries(fields).filter(([, entry]) => entry !== null);
}
