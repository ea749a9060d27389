import { Caps } from './caps';
import { Parsed } from './fault';
import { InputCollector } from './input-read';
import { LineCursor } from './line-cursor';
import { blockListItems, ListItem } from './list-items';
import { isList, Look, lookAt, mentionsKind, namesKind, READ_KINDS, showsKindInJson } from './look';
import { parseJson } from './parse-json';
import { parsePiece } from './parse-piece';
import { looksLikeTemplate } from './placeholders';
import { splitDocuments } from './split-documents';
import { takeValue } from './take-value';
import { Piece, TextInput } from './text-input';

/** Reads a text document by document, and parses only those that can hold an object that counts. */
export function readText(input: TextInput, caps: Caps, into: InputCollector): void {
  const { file, text, named, chartTemplate } = input;
  const relevant = mentionsKind(text);
  if (!relevant && !named) { return; }
  if (chartTemplate && looksLikeTemplate(text)) {
    into.skip(file, 'helm-template');
    return;
  }
  new TextReader(input, caps, into).read();
}

class TextReader {
  private readonly lines: LineCursor;

  constructor(private readonly input: TextInput, private readonly caps: Caps, private readonly into: InputCollector) {
    this.lines = new LineCursor(input.text);
  }

  read(): void {
    const { file, text } = this.input;
    const json = parseJson(text, this.caps);
    if (json !== undefined) {
      this.settle({ origin: { file, document: 0 }, text, start: 0 }, json, showsKindInJson(text));
      return;
    }
    for (const { index, start, end } of splitDocuments(text)) {
      this.readDocument({ origin: { file, document: index }, text: text.slice(start, end), start });
    }
  }

  private readDocument(piece: Piece): void {
    const look = lookAt(piece.text);
    if (look.sight === 'other' || (look.sight === 'none' && !this.input.named)) { return; }
    if (look.sight === 'kind' && isList(look.kind) && this.readItems(piece, look.kind)) { return; }
    this.settle(piece, parsePiece(piece, this.input, this.caps), look.sight === 'kind');
  }

  /** Item by item; false when the List must be read as a whole. */
  private readItems(list: Piece, kind: string): boolean {
    const items = blockListItems(list.text);
    if (items === undefined) { return false; }
    const listKind = kind === 'List' ? undefined : kind.slice(0, -'List'.length);
    if (listKind !== undefined && !READ_KINDS.has(listKind)) { return true; }
    const read = items.filter((item) => isWanted(lookAt(item.text, item.indent), listKind)).map((item) => {
      const piece = pieceOf(list, item);
      return { piece, parsed: parsePiece(piece, this.input, this.caps) };
    });
    // An alias may name an anchor of another item.
    if (list.text.length <= this.caps.documentBytes && read.some(({ parsed }) => parsed.fault !== undefined)) { return false; }
    for (const { piece, parsed } of read) { this.settle(piece, parsed, true, listKind); }
    return true;
  }

  /** `manifest`: an object that counts was seen, so that a fault is the user's concern. */
  private settle(piece: Piece, { value, fault }: Parsed, manifest: boolean, listKind?: string): void {
    const { file, mesh, named, damaged } = this.input;
    if (fault === undefined) {
      takeValue(value, piece, this.input, this.into, listKind);
    } else if (!damaged && looksLikeTemplate(piece.text)) {
      this.into.skip(file, 'template');
    } else if (manifest || named) {
      this.into.fault(mesh, piece.origin, { ...fault, line: fault.line + this.lines.lineAt(piece.start) - 1 });
    } else if (namesKind(piece.text)) {
      this.into.skip(file, 'unreadable');
    }
  }
}

function isWanted({ sight }: Look, listKind: string | undefined): boolean {
  return sight === 'kind' || sight === 'unclear' || (sight === 'none' && listKind !== undefined);
}

function pieceOf({ origin, start }: Piece, item: ListItem): Piece {
  return { origin: { ...origin, item: item.index }, text: item.text, start: start + item.start };
}
