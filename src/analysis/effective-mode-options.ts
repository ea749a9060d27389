import { DataPlane } from '../constructs/data-plane';

/** Whose mode is asked for: pods by their labels, or a workload of the input by name. */
export interface EffectiveModeOptions {
  /** The namespace of the pods. */
  readonly namespace: string;

  /**
   * Labels of the pods; they need not be in the input.
   *
   * @default - those of `workload`
   */
  readonly labels?: { [key: string]: string };

  /**
   * A workload of the input, such as "legacy-payment", or "StatefulSet/legacy-payment" if several kinds have that name.
   *
   * @default - `labels` are given
   */
  readonly workload?: string;

  /**
   * How the pods are part of the mesh.
   *
   * @default - what the input says of the workload, else a sidecar
   */
  readonly dataPlane?: DataPlane;

  /**
   * The mesh.
   *
   * @default - that of the scope, or the only one
   */
  readonly mesh?: string;
}
