import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';
import { manifestOf, objectOfKind, titleOf } from './manifest-of';
import { entriesOf, Fields, fieldsOf, listOf, numberOf } from '../../istio/admission/fields';

const KINDS = ['Deployment', 'StatefulSet', 'DaemonSet'];

/** A workload of this App; its labels and ports are read at synth. */
export class WorkloadReference {
  public readonly object: ApiObject;

  constructor(construct: IConstruct) {
    this.object = objectOfKind('workload', construct, KINDS, ', or write matchLabels');
  }

  public get namespace(): string | undefined {
    return this.object.metadata.namespace;
  }

  public get title(): string {
    return titleOf(this.object);
  }

  /** `spec.selector.matchLabels`. */
  public labels(): Record<string, string> {
    const selector = fieldsOf(this.spec().selector);
    const labels = entriesOf(selector?.matchLabels) as [string, string][];
    if (labels.length > 0) return Object.fromEntries(labels);
    throw new Error(`${this.title} has no labels in spec.selector.matchLabels; give it some, or write matchLabels`);
  }

  /** The number of the container port with this name, as a Service's named `targetPort` finds it. */
  public containerPort(name: string, protocol: string): number | undefined {
    const pod = fieldsOf(fieldsOf(this.spec().template)?.spec) ?? {};
    const containers = [...listOf(pod.containers), ...listOf(pod.initContainers).filter(runsOn)];
    const found = containers.flatMap((container) => listOf(fieldsOf(container)?.ports))
      .map((port) => fieldsOf(port) ?? {})
      .find((port) => port.name === name && (port.protocol ?? 'TCP') === protocol);
    return numberOf(found?.containerPort);
  }

  private spec(): Fields {
    return fieldsOf(manifestOf(this.object).spec) ?? {};
  }
}

/** A native sidecar: an init container that keeps running. */
function runsOn(container: unknown): boolean {
  return fieldsOf(container)?.restartPolicy === 'Always';
}
