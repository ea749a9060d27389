import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';

export interface Version {
  readonly name: string;
  readonly served: boolean;
  readonly storage: boolean;
  readonly subresources: unknown;
  readonly additionalPrinterColumns: unknown;
  readonly schema: { readonly openAPIV3Schema: Schema };
}

export interface Definition {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: Record<string, unknown>;
  readonly spec: Record<string, unknown> & { readonly names: { readonly kind: string }; readonly versions: readonly Version[] };
}

export type Schema = Record<string, unknown> & { readonly properties?: Record<string, Schema> };

const root = join(__dirname, '../..');
const upstreamFile = join(root, '../shared/crds/istio-upstream.yaml');

/** Our own definitions, by kind. */
export function ownDefinitions(): Map<string, Definition> {
  const folder = join(root, 'crds');
  return byKind(readdirSync(folder).map(name => parse(readFileSync(join(folder, name), 'utf8')) as Definition));
}

/** Istio's definitions, where a copy lies beside the repository. */
export function upstreamDefinitions(): Map<string, Definition> | undefined {
  if (!existsSync(upstreamFile)) return undefined;
  return byKind(parseAllDocuments(readFileSync(upstreamFile, 'utf8')).map(document => document.toJS() as Definition | null).filter(found => found !== null));
}

function byKind(definitions: readonly Definition[]): Map<string, Definition> {
  return new Map(definitions.map(definition => [definition.spec.names.kind, definition]));
}

/** The schema without prose. A `description` that is itself a field has a schema, not a text. */
export function withoutDescriptions(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutDescriptions);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value)
    .filter(([key, member]) => !(key === 'description' && typeof member === 'string'))
    .map(([key, member]) => [key, withoutDescriptions(member)]));
}

/** All prose of a schema. */
export function descriptionsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(descriptionsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => key === 'description' && typeof member === 'string' ? [member] : descriptionsIn(member));
}

/** All CEL rules of a schema, each text once. */
export function celRulesIn(value: unknown): Set<string> {
  if (Array.isArray(value)) return new Set(value.flatMap(member => [...celRulesIn(member)]));
  if (typeof value !== 'object' || value === null) return new Set();
  return new Set(Object.entries(value).flatMap(([key, member]) =>
    key === 'x-kubernetes-validations' ? (member as { rule: string }[]).map(({ rule }) => rule) : [...celRulesIn(member)]));
}
