import { pathOf, Place } from './field-path';
import { fieldsOf } from './fields';
import { destinationRuleSpec } from './schema/destination-rule.generated';
import { peerAuthenticationSpec } from './schema/peer-authentication.generated';
import { StructuralSchema } from './structural-schema';

const NONE: readonly string[] = [];
const TOP_LEVEL = ['apiVersion', 'kind', 'metadata', 'spec', 'status'];
const SPECS = new Map<unknown, StructuralSchema>([['PeerAuthentication', peerAuthenticationSpec], ['DestinationRule', destinationRuleSpec]]);

/** Paths of fields that the schema does not have: the API server prunes them, so they never reach Istio (sidecar.md A10). Empty for other kinds. */
export function unknownFields(object: unknown): readonly string[] {
  const fields = fieldsOf(object);
  const schema = SPECS.get(fields?.kind);
  if (fields === undefined || schema === undefined) return NONE;
  const found: Place[] = [];
  for (const key of Object.keys(fields)) {
    if (!TOP_LEVEL.includes(key)) found.push({ above: undefined, step: key });
  }
  findUnknown(schema, fields.spec, { above: undefined, step: 'spec' }, found);
  return found.length === 0 ? NONE : found.map(pathOf);
}

function findUnknown(schema: StructuralSchema, value: unknown, place: Place, found: Place[]): void {
  const { items, properties, additionalProperties } = schema;
  if (Array.isArray(value)) {
    if (items !== undefined) value.forEach((entry, step) => findUnknown(items, entry, { above: place, step }, found));
    return;
  }
  const fields = schema.type === 'object' ? fieldsOf(value) : undefined;
  if (fields === undefined) return;
  for (const step of Object.keys(fields)) {
    const member = properties !== undefined && Object.hasOwn(properties, step) ? properties[step] : additionalProperties;
    const below = { above: place, step };
    if (member === undefined) found.push(below);
    else findUnknown(member, fields[step], below, found);
  }
}
