import { InputCollector } from './input-read';
import { hasPlaceholder, mentionsPlaceholder } from './placeholders';
import { Piece, TextInput } from './text-input';
import { fieldsOf } from '../istio/admission/fields';
import { shown } from '../istio/admission/shown';
import { expandLists, InputObject, InputVisitor } from '../istio/model/expand-lists';
import { Origin } from '../istio/model/manifest';
import { isAnalysedKind } from '../istio/model/read/analysed-kinds';

/** Takes the objects that count out of what was parsed. `listKind`: what the List around the value says about it. */
export function takeValue(value: unknown, piece: Piece, input: TextInput, into: InputCollector, listKind?: string): void {
  const fields = fieldsOf(value);
  if (fields === undefined) {
    if (input.named && value !== null) { into.problem(input.mesh, piece.origin, `expected a Kubernetes object, got ${shown(value)}`); }
    return;
  }
  const typed = listKind === undefined || typeof fields.kind === 'string' ? fields : { ...fields, kind: listKind };
  expandLists({ object: typed, origin: piece.origin }, new ObjectTaker(input, into, mentionsPlaceholder(piece.text)));
}

class ObjectTaker implements InputVisitor {
  constructor(private readonly input: TextInput, private readonly into: InputCollector, private readonly suspect: boolean) {}

  object({ object, apiVersion, kind, origin }: InputObject): void {
    if (!isAnalysedKind(apiVersion, kind)) { return; }
    const { file, mesh, context } = this.input;
    if (this.suspect && hasPlaceholder(object)) {
      this.into.skip(file, 'template');
    } else {
      this.into.manifests.push({ object: object.kind === kind ? object : { ...object, apiVersion, kind }, mesh, context, origin });
    }
  }

  problem(origin: Origin, path: string, message: string): void {
    this.into.problem(this.input.mesh, origin, path === '' ? message : `${path}: ${message}`);
  }
}
