import { shown } from '../../istio/admission/shown';

/** Refuses what is no text, or a text of spaces. */
export function checkedText(what: string, value: string, advice: string): string {
  if (typeof value === 'string' && value.trim() !== '') return value;
  throw new Error(`${what} ${shown(value)} ${typeof value === 'string' ? 'is empty' : 'is no text'}; ${advice}`);
}
