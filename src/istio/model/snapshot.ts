import { Problem } from './manifest';
import { Policy } from './policy';
import { Profile } from './profile';
import { Labels, Resource } from './resource';
import { Rule } from './rule';
import { Service, ServiceEntry } from './service';
import { AuthorizationPolicy, CallerReference, Gateway, Namespace, Sidecar } from './surroundings';
import { Workload } from './workload';

/** Everything known about one mesh: typed, indexed, frozen. Lists are in a canonical order that does not depend on the input's. */
export interface MeshSnapshot {
  readonly profile: Profile;
  readonly policies: readonly Policy[];
  readonly rules: readonly Rule[];
  readonly services: readonly Service[];
  readonly serviceEntries: readonly ServiceEntry[];
  /** By name; the first in canonical order, if the input has copies. */
  readonly namespaces: ReadonlyMap<string, Namespace>;
  readonly workloads: readonly Workload[];
  readonly sidecars: readonly Sidecar[];
  readonly authorizationPolicies: readonly AuthorizationPolicy[];
  readonly callers: readonly CallerReference[];
  /** Gateways of the Gateway API. */
  readonly gateways: readonly Gateway[];

  /**
   * Objects of the same API group, kind, namespace and name: two or more each. A cluster holds only one of them.
   * Without objects that have no name, or that have a namespace which is unknown.
   */
  readonly duplicates: readonly (readonly Resource[])[];
  /** Mesh policies in Istio's order: oldest first, then name (sidecar.md C3). Here and below, copies of one object all stand in the list. */
  readonly meshPolicies: readonly Policy[];
  /** Namespace policies of one namespace, in Istio's order. */
  namespacePolicies(namespace: string | undefined): readonly Policy[];
  /** Workload policies of one namespace that select these labels, in Istio's order. Never a scan of all policies. */
  workloadPolicies(namespace: string | undefined, podLabels: Labels): readonly Policy[];
  /** Policies of the root namespace whose labels are on these pods; Istio ignores them (sidecar.md C6). */
  ignoredPolicies(podLabels: Labels): readonly Policy[];
  /** Workloads of a namespace that carry all of these labels; an empty set selects all of them. */
  workloadsSelectedBy(namespace: string | undefined, labels: Labels): readonly Workload[];
  /** Rules of one namespace in Istio's order (D9). */
  rulesIn(namespace: string | undefined): readonly Rule[];
  /** The first in canonical order, if the input has copies. */
  service(namespace: string | undefined, name: string): Service | undefined;
  serviceByHost(host: string): Service | undefined;
  serviceEntriesByHost(host: string): readonly ServiceEntry[];
  /** Services that select these pods. */
  servicesOf(namespace: string | undefined, podLabels: Labels): readonly Service[];
  /** Workloads behind a Service (none for one without selector). */
  endpointsOf(service: Service): readonly Workload[];
  /** The Sidecar that these pods use: their namespace's, with a matching selector first, else the root namespace's without selector. */
  sidecarOf(namespace: string | undefined, podLabels: Labels): Sidecar | undefined;
  gateway(namespace: string | undefined, name: string): Gateway | undefined;
  /** All copies of this object, itself included; just itself as a rule. */
  copiesOf<T extends Resource>(resource: T): readonly T[];
}

/** All meshes of the input; meshes never see each other. */
export interface Snapshot {
  readonly meshes: ReadonlyMap<string, MeshSnapshot>;
  readonly problems: readonly Problem[];
}
