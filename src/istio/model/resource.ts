import { Origin } from './manifest';

export type Labels = ReadonlyMap<string, string>;

/** What every object of the snapshot has. */
export interface Resource {
  readonly mesh: string;
  readonly apiVersion: string;
  readonly kind: string;
  /** `undefined` is the unknown namespace (Kustomize fills it in later); never `default`. Cluster-scoped kinds have it too. */
  readonly namespace: string | undefined;
  readonly name: string;
  readonly labels: Labels;
  readonly annotations: Labels;
  /** `metadata.creationTimestamp` in milliseconds; manifests rarely have it. */
  readonly createdAt: number | undefined;
  readonly context: boolean;
  readonly origin: Origin;
  /** The object as it came in; only checks that look at fields which the model does not read may use it. */
  readonly object: Readonly<Record<string, unknown>>;
}
