import { Mode } from './mode';
import { Labels, Resource } from './resource';

/**
 * Where a policy counts. `ignored`: labels in the root namespace (sidecar.md C6).
 * A policy without namespace and selector counts as `namespace` of the unknown namespace.
 */
export type PolicyScope = 'mesh' | 'namespace' | 'workload' | 'ignored';

/** A PeerAuthentication. */
export interface Policy extends Resource {
  readonly scope: PolicyScope;
  /** `none`: absent or null. `empty`: `selector: {}` or without labels: the same for sidecars, not in ambient (A5). */
  readonly selector: 'none' | 'empty' | 'labels';
  readonly matchLabels: Labels;
  readonly mode: Mode;
  /** By workload port; entries that admission would refuse are left out and recorded as problems. */
  readonly ports: ReadonlyMap<number, Mode>;
}
