import { annotationProblems } from './annotation-problems';
import { Place } from './field-path';
import { Fields, fieldsOf, isAbsent } from './fields';
import { BOTH_GATES, Gate, NO_OBJECTIONS, Objection, Verdict } from './objection';
import { findSchemaProblems } from './schema-problems';
import { shown } from './shown';
import { SchemaProblem, StructuralSchema } from './structural-schema';

/** How one kind is admitted: its schema, and everything that the schema cannot say. */
export interface Admission {
  readonly kind: string;
  /** What a refusal by the schema alone cites. */
  readonly structureRule: string;
  readonly schema: StructuralSchema;
  readonly refusals: (spec: Fields, namespace: string | undefined) => readonly Objection[];
  readonly warnings: (spec: Fields) => readonly Objection[];
}

const SPEC: Place = { above: undefined, step: 'spec' };
const NO_FIELDS: Fields = Object.freeze({});

/** What the API server and istiod say about one object. `status` is not looked at: the API server drops it from what users write. */
export function admit(object: unknown, admission: Admission): Verdict {
  const fields = fieldsOf(object);
  if (fields === undefined) {
    const message = `the manifest is ${shown(object)}; write an object of kind ${admission.kind}`;
    return { refusals: [{ rule: admission.structureRule, refusedBy: BOTH_GATES, path: '', message }], warnings: NO_OBJECTIONS };
  }
  const metadata = fieldsOf(fields.metadata) ?? NO_FIELDS;
  const spec = fieldsOf(fields.spec) ?? NO_FIELDS;
  const structure: SchemaProblem[] = [];
  if (!isAbsent(fields.spec)) findSchemaProblems(admission.schema, fields.spec, SPEC, 'spec', structure);
  const known = [
    ...annotationProblems(metadata.annotations, 'metadata.annotations'),
    ...admission.refusals(spec, namespaceOf(metadata)),
  ];
  return {
    refusals: structure.length === 0 ? known : merged(known, structure, admission.structureRule),
    warnings: admission.warnings(spec),
  };
}

/** An empty namespace is filled in later, by kubectl or Kustomize: unknown. */
function namespaceOf(metadata: Fields): string | undefined {
  return typeof metadata.namespace === 'string' && metadata.namespace !== '' ? metadata.namespace : undefined;
}

/** One cause, one objection: where a numbered rule speaks already, the schema only adds who refuses. */
function merged(known: readonly Objection[], structure: readonly SchemaProblem[], rule: string): readonly Objection[] {
  const places = new Set(known.map(({ path }) => path));
  const also = new Map(structure.filter(({ path }) => places.has(path)).map(({ path, refusedBy }) => [path, refusedBy]));
  const joined = known.map(objection => {
    const gates = also.get(objection.path);
    return gates === undefined ? objection : { ...objection, refusedBy: union(objection.refusedBy, gates) };
  });
  return [...joined, ...structure.filter(({ path }) => !places.has(path)).map(problem => ({ rule, ...problem }))];
}

function union(first: readonly Gate[], second: readonly Gate[]): readonly Gate[] {
  return BOTH_GATES.filter(gate => first.includes(gate) || second.includes(gate));
}
