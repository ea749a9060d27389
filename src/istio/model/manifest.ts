/** Where an object was written: a construct path, or a place in a file. */
export interface Origin {
  readonly construct?: string;
  readonly file?: string;
  /** Index of the document in the file, and of the item in a List: how a place is found again on demand. */
  readonly document?: number;
  readonly item?: number;
  /** Indexes below `item`, for Lists in Lists. */
  readonly nestedItems?: readonly number[];
}

/** One plain Kubernetes object (or `kind: List`) as it came in. */
export interface Manifest {
  readonly object: unknown;
  /** Name of the mesh; absent: the default mesh. */
  readonly mesh?: string;
  /** Analysed but not emitted: what the cluster already has. */
  readonly context?: boolean;
  readonly origin?: Origin;
}

/** Input that could not be understood; recorded, never thrown. */
export interface Problem {
  readonly mesh: string;
  readonly origin: Origin;
  /** e.g. `spec.ports[0].port` */
  readonly path: string;
  readonly message: string;
  /** `kind namespace/name` as far as known. */
  readonly object: string;
}
