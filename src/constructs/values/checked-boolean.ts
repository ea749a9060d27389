import { shown } from '../../istio/admission/shown';

/** Refuses the text "false", which JavaScript takes for true. */
export function checkedBoolean(what: string, value: boolean | undefined): boolean | undefined {
  if (value === undefined || typeof value === 'boolean') return value;
  throw new Error(`${what} ${shown(value)} is neither true nor false; write it without quotes`);
}
