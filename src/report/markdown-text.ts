import { printable } from '../findings/printable';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '@': '&#64;', '|': '&#124;' };

/** Text that means itself in a cell of a Markdown table: no markup, no mention of a person, no reference to an issue. */
export function markdownText(text: string): string {
  return printable(text)
    .replace(/[\\`*_{}[\]#!~$]/g, '\\$&')
    .replace(/[&<>@|]/g, (character) => ENTITIES[character]);
}
