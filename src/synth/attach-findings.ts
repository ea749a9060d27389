import { IConstruct } from 'constructs';
import { Finding } from '../findings/finding';

/** The messages of the last look, by construct. */
export type Messages = ReadonlyMap<IConstruct, readonly string[]>;

/**
 * Lets cdk8s print each finding under the path of its construct. A validation cannot be taken off a construct again, so each construct gets
 * one for good, which says what the last look found.
 */
export class AttachedFindings {
  private readonly attached = new WeakSet<IConstruct>();
  private messages: Messages = new Map();

  replace(messages: Messages): void {
    this.messages = messages;
    for (const construct of messages.keys()) {
      if (this.attached.has(construct)) continue;
      this.attached.add(construct);
      construct.node.addValidation({ validate: () => [...this.messages.get(construct) ?? []] });
    }
  }
}

/** The construct that wrote the object of a finding; the root for what is about a whole mesh. */
export function constructOf(finding: Finding, constructs: ReadonlyMap<string, IConstruct>, root: IConstruct): IConstruct {
  return constructs.get(finding.origin.construct ?? '') ?? root;
}
