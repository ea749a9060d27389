/** Character codes that give JSON its shape. */
export const QUOTE = 34;
export const OPENING: ReadonlySet<number> = new Set([91, 123]);
export const CLOSING: ReadonlySet<number> = new Set([93, 125]);
const BACKSLASH = 92;

/** Offset of the quote that ends the string, or of the end of the text. */
export function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text.charCodeAt(at) !== QUOTE) { at += text.charCodeAt(at) === BACKSLASH ? 2 : 1; }
  return at;
}
