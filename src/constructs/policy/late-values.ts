import { ApiObject } from 'cdk8s';
import { annotate } from './annotate';
import { WorkloadPolicy } from './workload-policy';
import { validateLate } from '../../tree/registration';
import { WorkloadPairing } from '../rule/workload-pairing';
import { messageOf } from '../values/message-of';

/** What is only known at synth about a policy: it is checked before the first file is written. */
export class LateValues {
  private written: readonly string[] = [];

  constructor(private readonly construct: ApiObject, private readonly policy: WorkloadPolicy, pairing: WorkloadPairing | undefined) {
    validateLate(construct, () => messageOf(() => {
      policy.checkLateValues();
      pairing?.spec(construct);
    }));
  }

  /** Writes annotations whose keys hold a workload port; at the last synth it may have been another one. */
  public annotate(): void {
    const annotations = this.policy.lateExceptions();
    // cdk8s leaves out what has no value: that is how an annotation goes away again.
    for (const key of this.written) this.construct.metadata.addAnnotation(key, undefined as unknown as string);
    annotate(this.construct.metadata, annotations);
    this.written = Object.keys(annotations);
  }
}
