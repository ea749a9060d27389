import { LocatedDocument, Place } from './located-document';
import { groupBy } from '../../istio/model/index/group';
import { Origin } from '../../istio/model/manifest';
import { Caps } from '../caps';
import { PlacedOrigin } from '../input-read';
import { LineCursor } from '../line-cursor';
import { splitDocuments } from '../split-documents';

/** A field of an object of the input. */
export interface Field {
  readonly origin: Origin;
  readonly path: string;
}

/**
 * Where fields stand in their files. Parses only the documents that have one, a second time: most documents have no finding.
 * `textOf` gives a file's text again; a file that has changed meanwhile gives places that are not there any more, never an error.
 */
export function locate(fields: readonly Field[], textOf: (file: string) => string | undefined, caps: Caps): ReadonlyMap<Field, Place> {
  const places = new Map<Field, Place>();
  for (const field of fields) {
    const { line, column } = field.origin as Partial<PlacedOrigin>;
    if (line !== undefined && column !== undefined) { places.set(field, { line, column }); }
  }
  for (const [file, wanted] of groupBy(fields, ({ origin }) => origin.file)) {
    const missing = wanted.filter((field) => !places.has(field));
    const text = file === undefined || missing.length === 0 ? undefined : textOf(file);
    if (text !== undefined) { locateInFile(text, missing, caps, places); }
  }
  return places;
}

function locateInFile(text: string, fields: readonly Field[], caps: Caps, places: Map<Field, Place>): void {
  const byDocument = groupBy(fields, ({ origin }) => origin.document);
  const lines = new LineCursor(text);
  for (const { index, start, end } of splitDocuments(text)) {
    const wanted = byDocument.get(index);
    if (wanted === undefined) { continue; }
    const firstLine = lines.lineAt(start);
    const document = new LocatedDocument(text.slice(start, end), caps);
    for (const field of [...wanted].sort(byItem)) {
      const { line, column } = document.placeOf(field.origin, field.path);
      places.set(field, { line: firstLine + line - 1, column });
    }
  }
}

function byItem(one: Field, other: Field): number {
  return (one.origin.item ?? -1) - (other.origin.item ?? -1);
}
