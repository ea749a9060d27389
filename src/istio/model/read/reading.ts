import { fieldsOf, Fields } from '../../admission/fields';
import { InputObject } from '../expand-lists';
import { Origin, Problem } from '../manifest';

/** One object while it is read: says where problems belong. */
export class Reading {
  constructor(readonly mesh: string, private readonly input: InputObject, private readonly problems: Problem[]) {}

  get object(): Fields {
    return this.input.object;
  }

  get origin(): Origin {
    return this.input.origin;
  }

  get apiVersion(): string {
    return this.input.apiVersion;
  }

  get kind(): string {
    return this.input.kind;
  }

  /** Records what could not be understood; reading goes on. */
  problem(path: string, message: string): void {
    this.problems.push(Object.freeze({ mesh: this.mesh, origin: this.origin, path, message, object: this.title() }));
  }

  private title(): string {
    const metadata = fieldsOf(this.object.metadata);
    const place = typeof metadata?.namespace === 'string' && metadata.namespace !== '' ? `${metadata.namespace}/` : '';
    return typeof metadata?.name === 'string' && metadata.name !== '' ? `${this.kind} ${place}${metadata.name}` : this.kind;
  }
}
