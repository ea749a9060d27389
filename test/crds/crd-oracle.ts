import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import Ajv, { ValidateFunction } from 'ajv';
import { ownDefinitions, Schema } from './definitions';

interface Question {
  readonly rules: readonly string[];
  readonly self: unknown;
}

const schemas = new Map([...ownDefinitions()].map(([kind, { spec }]) => [kind, spec.versions[0].schema.openAPIV3Schema]));
const validators = new Map<string, ValidateFunction>();

/** What the API server refuses of each object, decided by a JSON schema validator and a CEL evaluator over crds/: an oracle for tests. */
export function crdRefuses(kind: string, objects: readonly unknown[]): boolean[] {
  const schema = schemas.get(kind)!;
  const validate = validatorOf(kind, schema);
  const pruned = objects.map(object => withoutNulls(object, schema));
  const questions = pruned.map((object): readonly Question[] => validate(object) ? questionsAbout(object, schema) : []);
  const answers = evaluate(questions.flat());
  let next = 0;
  return pruned.map((object, index) => {
    const held = answers.slice(next, next += questions[index].length);
    return !validate(object) || held.includes(false);
  });
}

function validatorOf(kind: string, schema: Schema): ValidateFunction {
  const known = validators.get(kind) ?? new Ajv({ strict: false, validateFormats: false }).compile(schema);
  validators.set(kind, known);
  return known;
}

/** The API server prunes `null` from objects, unless the field is nullable. */
function withoutNulls(value: unknown, schema: Schema | undefined): unknown {
  if (Array.isArray(value)) return value.map(member => withoutNulls(member, schema?.items as Schema | undefined));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([key, member]) => {
    const memberSchema = memberOf(schema, key);
    return member === null && memberSchema?.nullable !== true ? [] : [[key, withoutNulls(member, memberSchema)]];
  }));
}

function questionsAbout(value: unknown, schema: Schema | undefined): Question[] {
  if (schema === undefined) return [];
  const rules = ((schema['x-kubernetes-validations'] ?? []) as { rule: string }[]).map(({ rule }) => rule);
  const own = rules.length === 0 ? [] : [{ rules, self: value }];
  if (Array.isArray(value)) return [...own, ...value.flatMap(member => questionsAbout(member, schema.items as Schema | undefined))];
  if (typeof value !== 'object' || value === null) return own;
  return [...own, ...Object.entries(value).flatMap(([key, member]) => questionsAbout(member, memberOf(schema, key)))];
}

function memberOf(schema: Schema | undefined, key: string): Schema | undefined {
  const { properties, additionalProperties } = schema ?? {};
  return properties !== undefined && Object.hasOwn(properties, key) ? properties[key] : additionalProperties as Schema | undefined;
}

function evaluate(questions: readonly Question[]): boolean[] {
  const output = execFileSync(process.execPath, [join(__dirname, 'cel-evaluator.mjs')], { input: JSON.stringify(questions), maxBuffer: 268435456 });
  return JSON.parse(output.toString('utf8')) as boolean[];
}
