export type DataPlane = 'sidecar' | 'ambient' | 'none' | 'unknown';

/** The data plane of a workload, with what in the input says so. */
export interface DataPlaneAnswer {
  readonly dataPlane: DataPlane;
  /** False when only a profile default says so, or nothing at all: never enough for an error. */
  readonly proven: boolean;
  /** One short phrase an element, e.g. `namespace label istio-injection=enabled`; empty when unknown. */
  readonly evidence: readonly string[];
}
