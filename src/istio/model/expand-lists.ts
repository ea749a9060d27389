import { Manifest, Origin } from './manifest';
import { fieldsOf, Fields } from '../admission/fields';
import { shown } from '../admission/shown';

/** One object of the input, taken out of the Lists around it. */
export interface InputObject {
  readonly object: Fields;
  readonly apiVersion: string;
  readonly kind: string;
  readonly origin: Origin;
}

/** What to do with each object, and with what is none. */
export interface InputVisitor {
  object(input: InputObject): void;
  problem(origin: Origin, path: string, message: string): void;
}

const NO_ORIGIN: Origin = Object.freeze({});

/** Visits the object, or all objects of a `kind: List` (also `PodList` and the like, also nested). */
export function expandLists(manifest: Manifest, visitor: InputVisitor): void {
  const { object } = manifest;
  const origin = manifest.origin ?? NO_ORIGIN;
  if (object === undefined || object === null) return;
  const fields = fieldsOf(object);
  if (fields === undefined) visitor.problem(origin, '', `expected a Kubernetes object, got ${shown(object)}`);
  else visit(fields, origin, undefined, visitor, new Set());
}

function visit(object: Fields, origin: Origin, list: InputObject | undefined, visitor: InputVisitor, seen: Set<unknown>): void {
  const kind = typeof object.kind === 'string' ? object.kind : inheritedKind(list);
  if (kind === undefined) return;
  const apiVersion = typeof object.apiVersion === 'string' ? object.apiVersion : list?.apiVersion ?? '';
  const input: InputObject = { object, apiVersion, kind, origin };
  if (isList(kind, object)) visitItems(input, visitor, seen);
  else visitor.object(input);
}

function visitItems(list: InputObject, visitor: InputVisitor, seen: Set<unknown>): void {
  // YAML aliases can make a List its own item.
  if (seen.has(list.object)) return visitor.problem(list.origin, 'items', 'the List contains itself; remove the alias');
  seen.add(list.object);
  const { items } = list.object;
  if (!Array.isArray(items)) return items === undefined || items === null ? undefined : visitor.problem(list.origin, 'items', `expected a list, got ${shown(items)}`);
  items.forEach((item: unknown, index) => {
    if (item === null || item === undefined) return;
    const fields = fieldsOf(item);
    if (fields === undefined) visitor.problem(list.origin, `items[${index}]`, `expected a Kubernetes object, got ${shown(item)}`);
    else visit(fields, itemOrigin(list.origin, index), list, visitor, seen);
  });
}

function isList(kind: string, object: Fields): boolean {
  return kind === 'List' || (kind.endsWith('List') && Array.isArray(object.items));
}

/** The API server leaves `kind` out of the items of a `PodList`. */
function inheritedKind(list: InputObject | undefined): string | undefined {
  return list === undefined || list.kind === 'List' ? undefined : list.kind.slice(0, -'List'.length);
}

function itemOrigin(origin: Origin, index: number): Origin {
  if (origin.item === undefined) return Object.freeze({ ...origin, item: index });
  return Object.freeze({ ...origin, nestedItems: Object.freeze([...origin.nestedItems ?? [], index]) });
}
