/** `a`, `a and b`, `a, b and c`, `a, b and 3 more`: a message names a few and counts the rest. */
export function listed(texts: readonly string[], limit = 3): string {
  const shown = texts.length > limit ? [...texts.slice(0, limit - 1), `${texts.length - limit + 1} more`] : texts;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown[shown.length - 1]}`;
}
