import { CORE_SCHEMA, Schema, Type } from 'js-yaml';
import { floatOf, integerOf, isFloat, isInteger } from './core-numbers';

const BOOLEAN = 'tag:yaml.org,2002:bool';
const INTEGER = 'tag:yaml.org,2002:int';
const FLOAT = 'tag:yaml.org,2002:float';

/**
 * YAML 1.2's core schema with merge keys, as the package `yaml`, Kustomize and Flux read it: `on` and `2026-11-21` are texts.
 * js-yaml's own schemas also make dates of texts, and numbers of `1_000` and `0b1`.
 */
export const CORE: Schema = schemaOf([scalar(INTEGER, isInteger, integerOf), scalar(FLOAT, isFloat, floatOf)]);

const BOOLEAN_1_1 = /^(?:y|Y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON|n|N|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/;
const INTEGER_1_1 = /^[-+]?(?:0b[01_]+|0x[0-9a-fA-F_]+|[0-9][0-9_]*)$/;

/** Who writes `%YAML 1.1` means its booleans and octal numbers. Dates and base 60 stay texts, as in Kubernetes. */
export const CORE_1_1: Schema = schemaOf([
  scalar(BOOLEAN, (text) => BOOLEAN_1_1.test(text), (text) => /^(?:y|t|on)/i.test(text)),
  scalar(INTEGER, (text) => INTEGER_1_1.test(text), integer11Of),
]);

function schemaOf(implicit: Type[]): Schema {
  const merge = new Type('tag:yaml.org,2002:merge', { kind: 'scalar', resolve: (text) => text === '<<' });
  const string = new Type('tag:yaml.org,2002:str', { kind: 'scalar', resolve: isText, construct: textOrEmpty });
  return CORE_SCHEMA.extend({ implicit: [...implicit, merge], explicit: [string, ...foreignTags('!'), ...foreignTags('tag:')] });
}

function scalar(tag: string, matches: (text: string) => boolean, construct: (text: string) => unknown): Type {
  return new Type(tag, { kind: 'scalar', resolve: (text) => typeof text === 'string' && matches(text), construct });
}

/** A tag that nobody knows says nothing about the value: it stays what it looks like. */
function foreignTags(prefix: string): Type[] {
  const collection = (kind: 'sequence' | 'mapping') => new Type(prefix, { kind, multi: true, resolve: () => true });
  const text = new Type(prefix, { kind: 'scalar', multi: true, resolve: isText, construct: textOrEmpty });
  return [text, collection('sequence'), collection('mapping')];
}

/** js-yaml resolves a scalar on the line below its tag before it looks at the tag; then its text is lost, and the document is refused. */
function isText(value: unknown): boolean {
  return value === null || typeof value === 'string';
}

function textOrEmpty(value: string | null): string {
  return value ?? '';
}

function integer11Of(text: string): number {
  const sign = text.startsWith('-') ? -1 : 1;
  const digits = text.replace(/^[-+]|_/g, '');
  if (/^0[0-7]+$/.test(digits)) { return sign * parseInt(digits, 8); }
  return sign * Number(digits);
}
