import { DataPlaneAnswer } from './data-plane';
import { Labels, Resource } from './resource';

export interface ContainerPort {
  readonly name: string | undefined;
  readonly number: number;
  readonly container: string;
}

/** Pods of one template (or a VM): what a policy selects and a Service sends to. */
export interface Workload extends Resource {
  readonly podLabels: Labels;
  readonly podAnnotations: Labels;
  /** Declared by containers; a container may listen on others too. */
  readonly containerPorts: readonly ContainerPort[];
  readonly dataPlane: DataPlaneAnswer;
  /** The proxy is a gateway: its listeners follow its servers, not a policy; as a client it is like a sidecar. */
  readonly gateway: boolean;
  readonly hostNetwork: boolean;
  readonly serviceAccount: string | undefined;
  /** WorkloadEntry or WorkloadGroup. */
  readonly virtualMachine: boolean;
  /** The pod spec as written, for checks on probes and init containers; empty for a VM. */
  readonly podSpec: Readonly<Record<string, unknown>>;
}
