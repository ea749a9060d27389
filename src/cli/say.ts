import { printable } from '../findings/printable';

/** A line for the person at the terminal; the report is data and goes elsewhere. */
export function say(text: string): void {
  process.stderr.write(`istio-mtls: ${printable(text)}\n`);
}
