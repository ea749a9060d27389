import { shown } from '../../istio/admission/shown';

/** Refuses a word that is not in the enum: it came from JavaScript or through a cast. */
export function oneOf<T extends string>(what: string, words: Readonly<Record<string, T>>, value: T): `${T}` {
  const allowed = Object.values(words);
  if (allowed.includes(value)) return value as `${T}`;
  throw new Error(`${what} ${shown(value)} is unknown; write ${allowed.slice(0, -1).join(', ')} or ${allowed.at(-1)}`);
}
