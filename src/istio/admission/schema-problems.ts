import { indexPath, pathOf, Place } from './field-path';
import { Fields, fieldsOf } from './fields';
import { exclusionFault } from './schema-exclusion';
import { limitFault, typeFault } from './schema-value';
import { SchemaProblem, StructuralSchema } from './structural-schema';

/**
 * Appends to `problems` what the schema refuses in a value that is there. `null` in an object is pruned by the API server unless the field is
 * nullable, so it is as good as absent; in a list it is a wrong value. Unknown fields are pruned too (sidecar.md A10).
 */
export function findSchemaProblems(schema: StructuralSchema, value: unknown, place: Place, name: string, problems: SchemaProblem[]): void {
  if (value === null && schema.nullable === true) return;
  const fault = typeFault(schema, value, name) ?? limitFault(schema, value, name) ?? exclusionFault(schema, value);
  if (fault !== undefined) problems.push({ ...fault, path: pathOf(place) });
  if (Array.isArray(value)) {
    findInList(schema, value, place, name, problems);
  } else {
    const fields = fieldsOf(value);
    if (fields !== undefined) findInFields(schema, fields, place, problems);
  }
}

function findInList(schema: StructuralSchema, values: readonly unknown[], place: Place, name: string, problems: SchemaProblem[]): void {
  const { items } = schema;
  if (items === undefined) return;
  values.forEach((value, index) => findSchemaProblems(items, value, { above: place, step: index }, indexPath(name, index), problems));
}

function findInFields(schema: StructuralSchema, fields: Fields, place: Place, problems: SchemaProblem[]): void {
  const { properties, additionalProperties, required } = schema;
  for (const key of Object.keys(fields)) {
    const value = fields[key];
    const member = properties !== undefined && Object.hasOwn(properties, key) ? properties[key] : additionalProperties;
    if (member === undefined || value === undefined || (value === null && member.nullable !== true)) continue;
    findSchemaProblems(member, value, { above: place, step: key }, key, problems);
  }
  for (const key of required ?? []) {
    if (fields[key] !== undefined && fields[key] !== null) continue;
    problems.push({ refusedBy: ['crd'], path: pathOf({ above: place, step: key }), message: `${key} is missing; it is required here` });
  }
}
