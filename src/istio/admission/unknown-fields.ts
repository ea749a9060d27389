import { indexPath, keyPath } from './field-path';
import { fieldsOf } from './fields';
import { destinationRuleSpec } from './schema/destination-rule.generated';
import { peerAuthenticationSpec } from './schema/peer-authentication.generated';
import { StructuralSchema } from './structural-schema';

const TOP_LEVEL = ['apiVersion', 'kind', 'metadata', 'spec', 'status'];
const SPECS = new Map<unknown, StructuralSchema>([['PeerAuthentication', peerAuthenticationSpec], ['DestinationRule', destinationRuleSpec]]);

/** Paths of fields that the schema does not have: the API server prunes them, so they never reach Istio (sidecar.md A10). Empty for other kinds. */
export function unknownFields(object: unknown): readonly string[] {
  const fields = fieldsOf(object);
  const schema = SPECS.get(fields?.kind);
  if (fields === undefined || schema === undefined) return [];
  return [...Object.keys(fields).filter(key => !TOP_LEVEL.includes(key)).map(key => keyPath('', key)), ...unknownBelow(schema, fields.spec, 'spec')];
}

function unknownBelow(schema: StructuralSchema, value: unknown, path: string): readonly string[] {
  const { items, properties, additionalProperties } = schema;
  if (Array.isArray(value)) return items === undefined ? [] : value.flatMap((entry, index) => unknownBelow(items, entry, indexPath(path, index)));
  if (schema.type !== 'object') return [];
  return Object.entries(fieldsOf(value) ?? {}).flatMap(([key, entry]) => {
    const member = properties !== undefined && Object.hasOwn(properties, key) ? properties[key] : additionalProperties;
    return member === undefined ? [keyPath(path, key)] : unknownBelow(member, entry, keyPath(path, key));
  });
}
