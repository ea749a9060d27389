import { InputCollector } from './input-read';
import { hasPlaceholder, mentionsPlaceholder } from './placeholders';
import { Piece, TextInput } from './text-input';
import { shown } from '../istio/admission/shown';
import { expandLists } from '../istio/model/expand-lists';
import { isAnalysedKind } from '../istio/model/read/analysed-kinds';

/** Takes the objects that count out of what was parsed. `listKind`: what the List around the value says about it. */
export function takeValue(value: unknown, { origin, text }: Piece, input: TextInput, into: InputCollector, listKind?: string): void {
  const { file, mesh, context, named } = input;
  if (!isObject(value)) {
    if (named && value !== null) { into.problem(mesh, origin, `expected a Kubernetes object, got ${shown(value)}`); }
    return;
  }
  const typed = listKind === undefined || typeof value.kind === 'string' ? value : { ...value, kind: listKind };
  const suspect = mentionsPlaceholder(text);
  expandLists({ object: typed, origin }, {
    object: ({ object, apiVersion, kind, origin: place }) => {
      if (!isAnalysedKind(apiVersion, kind)) { return; }
      if (suspect && hasPlaceholder(object)) { return into.skip(file, 'template'); }
      into.manifests.push({ object: object.kind === kind ? object : { ...object, apiVersion, kind }, mesh, context, origin: place });
    },
    problem: (place, path, message) => into.problem(mesh, place, path === '' ? message : `${path}: ${message}`),
  });
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
