import { Fields, fieldsOf } from './fields';
import { indexPath, keyPath } from './field-path';
import { exclusionProblem } from './schema-exclusion';
import { limitProblem, typeProblem } from './schema-value';
import { SchemaProblem, StructuralSchema } from './structural-schema';

/**
 * Appends to `problems` what the schema refuses in a value that is there. `null` in an object is pruned by the API server unless the field is
 * nullable, so it is as good as absent; in a list it is a wrong value. Unknown fields are pruned too (sidecar.md A10).
 */
export function findSchemaProblems(schema: StructuralSchema, value: unknown, path: string, name: string, problems: SchemaProblem[]): void {
  if (value === null && schema.nullable === true) return;
  const problem = typeProblem(schema, value, path, name) ?? limitProblem(schema, value, path, name) ?? exclusionProblem(schema, value, path);
  if (problem !== undefined) problems.push(problem);
  if (Array.isArray(value)) {
    findInList(schema, value, path, name, problems);
  } else {
    const fields = fieldsOf(value);
    if (fields !== undefined) findInFields(schema, fields, path, problems);
  }
}

function findInList(schema: StructuralSchema, values: readonly unknown[], path: string, name: string, problems: SchemaProblem[]): void {
  const { items } = schema;
  if (items === undefined) return;
  values.forEach((value, index) => findSchemaProblems(items, value, indexPath(path, index), indexPath(name, index), problems));
}

function findInFields(schema: StructuralSchema, fields: Fields, path: string, problems: SchemaProblem[]): void {
  const { properties, additionalProperties, required } = schema;
  for (const key of Object.keys(fields)) {
    const value = fields[key];
    const member = properties !== undefined && Object.hasOwn(properties, key) ? properties[key] : additionalProperties;
    if (member === undefined || value === undefined || (value === null && member.nullable !== true)) continue;
    findSchemaProblems(member, value, keyPath(path, key), key, problems);
  }
  for (const key of required ?? []) {
    if (fields[key] !== undefined && fields[key] !== null) continue;
    problems.push({ refusedBy: ['crd'], path: keyPath(path, key), message: `${key} is missing; it is required here` });
  }
}
