import { UsageError } from './usage-error';
import { shown } from '../istio/admission/shown';

/** The value, if it is one of the words. */
export function wordOf<Word extends string>(option: string, value: string, words: readonly Word[]): Word {
  const found = words.find((word) => word === value);
  if (found === undefined) { throw new UsageError(`${option} ${shown(value)} is unknown; write one of ${words.join(', ')}`); }
  return found;
}

export function positiveNumber(option: string, value: string): number {
  const number = /^\d+$/.test(value) ? Number(value) : NaN;
  if (!(number > 0 && Number.isSafeInteger(number))) { throw new UsageError(`${option} ${shown(value)} is no number; write a whole one above 0`); }
  return number;
}

/** `prod=clusters/prod` */
export function pairOf(option: string, value: string): readonly [name: string, path: string] {
  const at = value.indexOf('=');
  if (at <= 0 || at === value.length - 1) { throw new UsageError(`${option} ${shown(value)} has no name and path; write NAME=PATH`); }
  return [value.slice(0, at), value.slice(at + 1)];
}

/** Runs what throws plain errors on values of the user. */
export function asUsage<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
