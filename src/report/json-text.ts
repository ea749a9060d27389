/** Indented JSON. A runner that prints it takes `##[` for a workflow command, wherever it stands; an escape reads the same and is none. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, null, 2).replaceAll('##[', '##\\u005b');
}
