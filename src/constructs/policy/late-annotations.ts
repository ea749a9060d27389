import { ApiObjectMetadataDefinition } from 'cdk8s';

type Annotations = Readonly<Record<string, string>>;

/** Annotations whose keys hold a workload port that is only known at synth, and may be another one at the next. */
export class LateAnnotations {
  private written: readonly string[] = [];

  constructor(private readonly metadata: ApiObjectMetadataDefinition) {}

  public addNow(annotations: Annotations): void {
    for (const [key, value] of Object.entries(annotations)) this.metadata.addAnnotation(key, value);
  }

  /** Replaces what was written at the last synth. */
  public write(annotations: Annotations): void {
    // cdk8s leaves out what has no value: that is how an annotation goes away again.
    for (const key of this.written) this.metadata.addAnnotation(key, undefined as unknown as string);
    this.addNow(annotations);
    this.written = Object.keys(annotations);
  }
}
