import { indexPath, keyPath } from '../../admission/field-path';
import { fieldsOf, Fields, isAbsent } from '../../admission/fields';
import { shown } from '../../admission/shown';
import { InputObject } from '../expand-lists';
import { Problem } from '../manifest';

/** Where problems of one input object go. */
export interface Source {
  readonly mesh: string;
  readonly input: InputObject;
  readonly problems: Problem[];
}

const NO_FIELDS: Fields = Object.freeze({});
const NO_NODES: readonly Node[] = Object.freeze([]);

/** An object somewhere in a manifest while it is read. Its path is only written out when there is a problem to report. */
export class Node {
  /** The manifest itself. */
  static root(source: Source): Node {
    return new Node(source, source.input.object, undefined, '', -1);
  }

  private constructor(
    readonly source: Source,
    readonly fields: Fields,
    private readonly parent: Node | undefined,
    private readonly key: string,
    private readonly index: number,
  ) {}

  /** The object below a key; `undefined` when it is absent or something else. */
  child(key: string): Node | undefined {
    const value = this.fields[key];
    if (isAbsent(value)) return undefined;
    const fields = fieldsOf(value);
    if (fields !== undefined) return new Node(this.source, fields, this, key, -1);
    this.problem(key, `expected an object, got ${shown(value)}`);
    return undefined;
  }

  /** The object below a key; what is absent or something else reads as an empty one. */
  section(key: string): Node {
    return this.child(key) ?? new Node(this.source, NO_FIELDS, this, key, -1);
  }

  /** The objects of a list below a key; what is no object is left out. */
  items(key: string): readonly Node[] {
    const list = this.list(key);
    if (list.length === 0) return NO_NODES;
    const nodes: Node[] = [];
    for (let index = 0; index < list.length; index++) {
      const fields = fieldsOf(list[index]);
      if (fields !== undefined) nodes.push(new Node(this.source, fields, this, key, index));
      else this.problem(key, `expected an object, got ${shown(list[index])}`, index);
    }
    return nodes;
  }

  /** The list below a key; absent and anything else give an empty one. */
  list(key: string): readonly unknown[] {
    const value = this.fields[key];
    if (Array.isArray(value)) return value;
    if (!isAbsent(value)) this.problem(key, `expected a list, got ${shown(value)}`);
    return NO_NODES;
  }

  /** Records what could not be understood; reading goes on. */
  problem(key: string, message: string, index = -1): void {
    const { mesh, input, problems } = this.source;
    problems.push(Object.freeze({ mesh, origin: input.origin, path: this.pathOf(key, index), message, object: titleOf(input) }));
  }

  /** The path of a key, or of a list position below it. */
  pathOf(key: string, index = -1): string {
    const path = keyPath(this.path(), key);
    return index < 0 ? path : indexPath(path, index);
  }

  /** The path of this object. */
  path(): string {
    return this.parent === undefined ? '' : this.parent.pathOf(this.key, this.index);
  }
}

function titleOf({ object, kind }: InputObject): string {
  const metadata = fieldsOf(object.metadata);
  const place = typeof metadata?.namespace === 'string' && metadata.namespace !== '' ? `${metadata.namespace}/` : '';
  return typeof metadata?.name === 'string' && metadata.name !== '' ? `${kind} ${place}${metadata.name}` : kind;
}
