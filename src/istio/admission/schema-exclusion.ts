import { Fields, fieldsOf, isAbsent } from './fields';
import { CRD_ONLY } from './objection';
import { SchemaFault, StructuralSchema } from './structural-schema';

/** Fields of which only some may stand together: `oneOf`, `anyOf`, `allOf` and `not` over `required`. */
export function exclusionFault(schema: StructuralSchema, value: unknown): SchemaFault | undefined {
  if (schema.oneOf === undefined && schema.anyOf === undefined && schema.allOf === undefined && schema.not === undefined) return undefined;
  const fields = fieldsOf(value);
  if (fields === undefined || junctorsHold(schema, fields)) return undefined;
  const culprit = schema.allOf?.find(part => !holds(part, fields)) ?? schema;
  const present = [...namesIn(culprit)].filter(name => !isAbsent(fields[name]));
  return { refusedBy: CRD_ONLY, message: `${present.join(' and ')} exclude each other; keep one of them` };
}

function junctorsHold(schema: StructuralSchema, fields: Fields): boolean {
  const { oneOf, anyOf, allOf, not } = schema;
  return (oneOf === undefined || oneOf.filter(part => holds(part, fields)).length === 1)
    && (anyOf === undefined || anyOf.some(part => holds(part, fields)))
    && (allOf === undefined || allOf.every(part => holds(part, fields)))
    && (not === undefined || !holds(not, fields));
}

function holds(schema: StructuralSchema, fields: Fields): boolean {
  return (schema.required ?? []).every(name => !isAbsent(fields[name])) && junctorsHold(schema, fields);
}

/** The names that the parts speak of, each once, in the order of the schema. */
function namesIn(schema: StructuralSchema): Set<string> {
  const parts = [...schema.oneOf ?? [], ...schema.anyOf ?? [], ...schema.allOf ?? [], ...schema.not === undefined ? [] : [schema.not]];
  return new Set(parts.flatMap(part => [...part.required ?? [], ...namesIn(part)]));
}
