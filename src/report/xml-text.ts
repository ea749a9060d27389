import { printable } from '../findings/printable';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;', '\n': '&#10;' };

/** Text and attribute values of XML 1.0. What it forbids even as an entity is shown as an escape. */
export function xmlText(text: string): string {
  const lines = text.split('\n').map((line) => printable(line).replace(/[\ud800-\udfff\ufffe\uffff]/gu, shownUnit));
  const escaped = lines.join('\n').replace(/[&<>"'\n]/g, (character) => ENTITIES[character]);
  // A runner that prints the report takes ##[ for a workflow command, wherever it stands.
  return escaped.replaceAll('##[', '##&#91;');
}

/** With the flag `u` only a surrogate without its other half matches. */
function shownUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16)}`;
}
