/** The numbers of YAML 1.2's core schema; everything else that looks like one is a text. */
const INTEGER = /^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$/;
const FLOAT = /^[-+]?(?:(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|\.(?:inf|Inf|INF))$|^\.(?:nan|NaN|NAN)$/;

export function isInteger(text: string): boolean {
  return INTEGER.test(text);
}

export function integerOf(text: string): number {
  return text.startsWith('0o') ? parseInt(text.slice(2), 8) : Number(text);
}

export function isFloat(text: string): boolean {
  return FLOAT.test(text);
}

export function floatOf(text: string): number {
  const special = /\.(?:(inf)|nan)$/i.exec(text);
  if (special === null) { return parseFloat(text); }
  if (special[1] === undefined) { return NaN; }
  return text.startsWith('-') ? -Infinity : Infinity;
}
