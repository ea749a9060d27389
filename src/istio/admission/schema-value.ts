import { fieldsOf } from './fields';
import { BOTH_GATES, CRD_ONLY, Gate, WEBHOOK_ONLY } from './objection';
import { shown } from './shown';
import { SchemaFault, StructuralSchema } from './structural-schema';

const EXPECTED = {
  object: 'write an object',
  array: 'write a list',
  string: 'write a text, in quotes if it looks like a number',
  integer: 'write a whole number, without quotes',
  number: 'write a number, without quotes',
  boolean: 'write true or false, without quotes',
};
const LARGEST_INT32 = 2 ** 31 - 1;
const LARGEST_UINT32 = 2 ** 32 - 1;

/** A value of the wrong type, or a word that is none of the allowed ones. */
export function typeFault(schema: StructuralSchema, value: unknown, name: string): SchemaFault | undefined {
  if (schema.type !== undefined && !isOfType(schema.type, value)) {
    return { refusedBy: gatesOfWrongType(schema.type, value), message: `${name} is ${shown(value)}; ${EXPECTED[schema.type]}` };
  }
  if (schema.enum === undefined || schema.enum.includes(value as string)) return undefined;
  return { refusedBy: BOTH_GATES, message: `${name} is ${shown(value)}; write ${schema.enum.join(' or ')}` };
}

function isOfType(type: NonNullable<StructuralSchema['type']>, value: unknown): boolean {
  switch (type) {
    case 'object': return fieldsOf(value) !== undefined;
    case 'array': return Array.isArray(value);
    case 'integer': return Number.isInteger(value);
    case 'number': return Number.isFinite(value);
    default: return typeof value === type;
  }
}

/** istiod's JSON decoder reads a number in quotes. */
function gatesOfWrongType(type: string, value: unknown): readonly Gate[] {
  const quotedNumber = (type === 'integer' || type === 'number') && typeof value === 'string' && value.trim() !== '' && !Number.isNaN(Number(value));
  return quotedNumber ? CRD_ONLY : BOTH_GATES;
}

/** A value of the right type that is too small, too large, too long or too many. */
export function limitFault(schema: StructuralSchema, value: unknown, name: string): SchemaFault | undefined {
  if (typeof value === 'number') return numberFault(schema, value, name);
  if (typeof value === 'string') return textFault(schema.maxLength, value, name);
  if (Array.isArray(value)) return lengthFault(schema.maxItems, value.length, 'entries', name);
  const fields = schema.minProperties === undefined && schema.maxProperties === undefined ? undefined : fieldsOf(value);
  if (fields === undefined) return undefined;
  const count = Object.values(fields).filter(entry => entry !== null).length;
  if (count < (schema.minProperties ?? 0)) {
    return { refusedBy: CRD_ONLY, message: `${name} is empty; write at least ${schema.minProperties} entry, or leave it out` };
  }
  return lengthFault(schema.maxProperties, count, 'entries', name);
}

function numberFault(schema: StructuralSchema, value: number, name: string): SchemaFault | undefined {
  const { minimum = -Infinity, maximum = Infinity } = schema;
  if (value < minimum || value > maximum) {
    const allowed = maximum === Infinity ? `at least ${minimum}` : `${minimum} to ${maximum}`;
    const unreadable = schema.type === 'integer' && (value < 0 || value > LARGEST_UINT32);
    return { refusedBy: unreadable ? BOTH_GATES : CRD_ONLY, message: `${name} is ${value}; write ${allowed}` };
  }
  if (schema.format !== 'int32' || Math.abs(value) <= LARGEST_INT32 || value === -LARGEST_INT32 - 1) return undefined;
  return { refusedBy: WEBHOOK_ONLY, message: `${name} is ${value}, more than istiod can read; write at most ${LARGEST_INT32}` };
}

/** Kubernetes counts characters, not UTF-16 units. */
function textFault(most: number | undefined, text: string, name: string): SchemaFault | undefined {
  return most === undefined || text.length <= most ? undefined : lengthFault(most, [...text].length, 'characters', name);
}

function lengthFault(most: number | undefined, count: number, unit: string, name: string): SchemaFault | undefined {
  if (most === undefined || count <= most) return undefined;
  return { refusedBy: CRD_ONLY, message: `${name} has ${count} ${unit}; at most ${most} are allowed` };
}
