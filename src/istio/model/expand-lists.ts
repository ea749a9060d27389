import { Manifest, Origin } from './manifest';
import { fieldsOf, Fields, isAbsent } from '../admission/fields';
import { shown } from '../admission/shown';

/** One object of the input, taken out of the Lists around it. */
export interface InputObject {
  readonly object: Fields;
  readonly apiVersion: string;
  readonly kind: string;
  readonly context: boolean;
  readonly origin: Origin;
}

/** What to do with each object, and with what is none. */
export interface InputVisitor {
  object(input: InputObject): void;
  problem(origin: Origin, path: string, message: string): void;
}

const NO_ORIGIN: Origin = Object.freeze({});
const DEEPEST_LIST = 100;

/** Visits the object, or all objects of a `kind: List` (also `PodList` and the like, also nested). */
export function expandLists(manifest: Manifest, visitor: InputVisitor): void {
  const { object, origin = NO_ORIGIN, context = false } = manifest;
  const fields = fieldsOf(object);
  if (fields !== undefined) visit(fields, { apiVersion: '', kind: 'List', context, origin }, visitor, new Lists());
  else if (!isAbsent(object)) visitor.problem(origin, '', `expected a Kubernetes object, got ${shown(object)}`);
}

/** The Lists on the way: YAML aliases can make a List its own item, or one List the item of many. */
class Lists {
  private seen: Set<Fields> | undefined;

  depth = 0;

  isNew(list: Fields): boolean {
    this.seen ??= new Set();
    return !this.seen.has(list) && this.seen.add(list) !== undefined;
  }
}

function visit(object: Fields, around: Omit<InputObject, 'object'>, visitor: InputVisitor, lists: Lists): void {
  const kind = typeof object.kind === 'string' ? object.kind : itemKind(around.kind);
  if (kind === undefined) return;
  const apiVersion = typeof object.apiVersion === 'string' ? object.apiVersion : around.apiVersion;
  const input: InputObject = { object, apiVersion, kind, context: around.context, origin: around.origin };
  if (kind === 'List' || (kind.endsWith('List') && Array.isArray(object.items))) visitList(input, visitor, lists);
  else visitor.object(input);
}

function visitList(list: InputObject, visitor: InputVisitor, lists: Lists): void {
  const { items } = list.object;
  const refusal = refusalOf(list, lists);
  if (refusal !== undefined) visitor.problem(list.origin, 'items', refusal);
  if (refusal !== undefined || !Array.isArray(items)) return;
  lists.depth++;
  items.forEach((item: unknown, index) => {
    const fields = fieldsOf(item);
    if (fields !== undefined) visit(fields, { ...list, origin: itemOrigin(list.origin, index) }, visitor, lists);
    else if (!isAbsent(item)) visitor.problem(list.origin, `items[${index}]`, `expected a Kubernetes object, got ${shown(item)}`);
  });
  lists.depth--;
}

function refusalOf({ object }: InputObject, lists: Lists): string | undefined {
  if (!isAbsent(object.items) && !Array.isArray(object.items)) return `expected a list, got ${shown(object.items)}`;
  if (!lists.isNew(object)) return 'the same List stands here a second time; remove the alias';
  return lists.depth < DEEPEST_LIST ? undefined : `Lists are nested deeper than ${DEEPEST_LIST}; flatten them`;
}

/** The API server leaves `kind` out of the items of a `PodList`. */
function itemKind(listKind: string): string | undefined {
  return listKind === 'List' ? undefined : listKind.slice(0, -'List'.length);
}

function itemOrigin(origin: Origin, index: number): Origin {
  if (origin.item === undefined) return Object.freeze({ ...origin, item: index });
  return Object.freeze({ ...origin, nestedItems: Object.freeze([...origin.nestedItems ?? [], index]) });
}
