import { Reading } from './reading';
import { Fields, isAbsent } from '../../admission/fields';
import { shown } from '../../admission/shown';

const NO_FIELDS: Fields = Object.freeze({});
const NO_ITEMS: readonly unknown[] = Object.freeze([]);

/** The value as an object; absent and anything else give an empty one. */
export function readFields(reading: Reading, value: unknown, path: string): Fields {
  return readOptionalFields(reading, value, path) ?? NO_FIELDS;
}

/** The value as an object; absent and anything else give `undefined`. */
export function readOptionalFields(reading: Reading, value: unknown, path: string): Fields | undefined {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
  if (!isAbsent(value)) reading.problem(path, `expected an object, got ${shown(value)}`);
  return undefined;
}

/** The value as a list; absent and anything else give an empty one. */
export function readList(reading: Reading, value: unknown, path: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (!isAbsent(value)) reading.problem(path, `expected a list, got ${shown(value)}`);
  return NO_ITEMS;
}

/** The value as a text. A number or boolean is meant as one, though Kubernetes refuses it. */
export function readText(reading: Reading, value: unknown, path: string): string | undefined {
  if (typeof value === 'string') return value;
  if (isAbsent(value)) return undefined;
  reading.problem(path, `expected a text, got ${shown(value)}; quote it`);
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

/** The value as one of the words; absent gives `undefined`, another value is a problem and gives `undefined` too. */
export function readWord<T extends string>(reading: Reading, value: unknown, words: readonly T[], path: string): T | undefined {
  if (isAbsent(value)) return undefined;
  if (words.includes(value as T)) return value as T;
  reading.problem(path, `expected one of ${words.join(', ')}, got ${shown(value)}`);
  return undefined;
}

/** The value as true or false; anything else is false. */
export function readFlag(reading: Reading, value: unknown, path: string): boolean {
  if (typeof value === 'boolean') return value;
  if (!isAbsent(value)) reading.problem(path, `expected true or false, got ${shown(value)}`);
  return false;
}

/** The value as a port number. A quoted one is meant as a number, though Kubernetes refuses it. */
export function readPort(reading: Reading, value: unknown, path: string): number | undefined {
  if (isAbsent(value)) return undefined;
  if (typeof value === 'number' && isPort(value)) return value;
  const number = portOf(value);
  reading.problem(path, `expected a port from 1 to 65535, got ${shown(value)}${number === undefined ? '' : '; remove the quotes'}`);
  return number;
}

/** A text of digits as a port number. */
export function portOf(text: unknown): number | undefined {
  if (typeof text !== 'string' || !/^[1-9]\d{0,4}$/.test(text)) return undefined;
  return isPort(Number(text)) ? Number(text) : undefined;
}

/** The texts of a list; others are left out. */
export function readTexts(reading: Reading, value: unknown, path: string): readonly string[] {
  if (isAbsent(value)) return NO_ITEMS as readonly string[];
  const texts: string[] = [];
  readList(reading, value, path).forEach((item, index) => {
    const text = readText(reading, item, `${path}[${index}]`);
    if (text !== undefined) texts.push(text);
  });
  return Object.freeze(texts);
}

function isPort(number: number): boolean {
  return Number.isInteger(number) && number >= 1 && number <= 65535;
}
