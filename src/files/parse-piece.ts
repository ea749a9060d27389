import { capMessage, Caps, mebibytes } from './caps';
import { Fault, Parsed } from './fault';
import { parseYaml } from './parse-yaml';
import { Piece, TextInput } from './text-input';

/** A document or an item of a List as a plain value, if it is small enough and was text at all. */
export function parsePiece({ text }: Piece, { damaged }: TextInput, caps: Caps): Parsed {
  if (text.length > caps.documentBytes) {
    return faultAt(text, 0, capMessage('documentBytes', caps, `a document of ${mebibytes(text.length)}`));
  }
  const bad = damaged ? text.indexOf('\uFFFD') : -1;
  return bad < 0 ? parseYaml(text, caps) : faultAt(text, bad, 'not UTF-8: bytes that are no character');
}

function faultAt(text: string, offset: number, message: string): { readonly fault: Fault } {
  const before = text.slice(0, offset).split(/\r\n|[\n\r]/);
  return { fault: { message, line: before.length, column: before[before.length - 1].length + 1 } };
}
