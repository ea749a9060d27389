import { Manifest } from '../../istio/model/manifest';

export interface VariantDraft {
  readonly name: string;
  readonly manifests: readonly Manifest[];
  /** False when objects were left out that may belong to it: then nothing is proven that takes more than one object. */
  readonly whole: boolean;
  /** The only check that is asked about these manifests. */
  readonly only?: string;
}

/** Manifests that meet in one cluster. Copies of an object in different folders are in different variants. */
export interface Variant extends Omit<VariantDraft, 'name'> {
  /** Stands for the mesh while the checks run: variants never see each other. */
  readonly mesh: string;
}
