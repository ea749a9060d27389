import { shown } from '../../istio/admission/shown';

/** Refuses what is no day of the calendar: the 30th of February, a time, another order of the parts. */
export function checkedDate(what: string, value: string): string {
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && isInCalendar(value)) return value;
  throw new Error(`${what} ${shown(value)} is no date; write a day that exists as YYYY-MM-DD, such as 2027-03-31`);
}

/** Days beyond the end of a month roll over, and so come back as another text. */
function isInCalendar(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
