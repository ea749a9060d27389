import { COMPARED_FIELDS } from './compared-fields';
import { ConformanceCase, Fields } from './conformance-case';

export interface TurnedCase {
  readonly field: string;
  readonly turned: ConformanceCase;
}

/** One copy of a case for each value in its compared fields, with that one value changed. */
export function turnedCases(family: string, original: ConformanceCase): readonly TurnedCase[] {
  return (COMPARED_FIELDS.get(family) ?? [])
    .filter((field) => original.expect[field] !== undefined && !isUnasked(field, original.expect))
    .flatMap((field) => turnedValues(field, original.expect[field]).map((value) =>
      ({ field, turned: { ...original, expect: { ...original.expect, [field]: value } } })));
}

/** `delivered: null`: nobody knows. */
function isUnasked(field: string, expect: Fields): boolean {
  return field === 'delivered' && expect.delivered === null;
}

function turnedValues(field: string, value: unknown): readonly unknown[] {
  if (field === 'warnings') return [value === 0 ? 1 : 0];
  // of a call, only the result is an answer; the rest is the question
  if (field === 'calls') {
    const calls = value as readonly Fields[];
    return calls.map((call, index) => calls.map((other, at) => (at === index ? { ...call, result: `${call.result}~` } : other)));
  }
  return turned(value);
}

function turned(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) {
    const changed = value.flatMap((item, index) => turned(item).map((other) => value.map((kept, at) => (at === index ? other : kept))));
    return [...changed, [...value, '~']];
  }
  if (typeof value === 'object' && value !== null) {
    const changed = Object.entries(value).flatMap(([key, item]) => turned(item).map((other) => ({ ...value, [key]: other })));
    return changed.length === 0 ? [{ '~': '~' }] : changed;
  }
  if (typeof value === 'boolean') return [!value];
  return [value === null ? '~' : `${String(value)}~`];
}
