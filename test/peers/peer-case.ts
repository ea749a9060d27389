/** A case of another tool, restated as data. */
export interface PeerCase {
  readonly id: string;
  /** File that it stands in. */
  readonly file: string;
  readonly source: string;
  readonly checker?: string;
  /** Codes for which `expect.findings` is complete; nothing is said about others. */
  readonly scope: readonly string[];
  readonly given: {
    readonly rootNamespace?: string;
    readonly manifests: readonly unknown[];
    readonly mesh?: { readonly enableAutoMtls?: boolean };
  };
  readonly expect: { readonly findings?: readonly PeerFinding[]; readonly status?: string };
  /** What became of the statement in today's Istio. */
  readonly today?: string;
  readonly level?: string;
  readonly subject?: string;
}

export interface PeerFinding {
  readonly code: string;
  /** `PeerAuthentication bookinfo/default` */
  readonly object: string;
  readonly severity: string;
  readonly path?: string;
  /** The other objects of the clash. */
  readonly references?: readonly string[];
}
