import { EffectiveModeResult } from './effective-mode-result';
import { MtlsObject } from './mtls-object';
import { DataPlane } from '../constructs/data-plane';

/** A workload of the input. */
export interface WorkloadResult {
  /** The Deployment, StatefulSet, Pod, WorkloadEntry ... */
  readonly workload: MtlsObject;

  /** Labels of its pods. */
  readonly labels: { [key: string]: string };

  /** Ports that its containers declare. */
  readonly workloadPorts: number[];

  /**
   * How it is part of the mesh.
   *
   * @default - the input does not say
   */
  readonly dataPlane?: DataPlane;

  /** What in the input says so; empty if nothing does. */
  readonly evidence: string[];

  /** What it accepts. For a workload without proxy: what a proxy would accept; nothing is enforced there. */
  readonly effectiveMode: EffectiveModeResult;
}
