import { combinationsOf } from './combinations';
import { copiesInFolders } from './copies-in-folders';
import { PlacedManifest, placeManifests } from './placed-manifest';
import { Variant, VariantDraft } from './variant';
import { fieldsOf, textOf } from '../../istio/admission/fields';
import { groupBy } from '../../istio/model/index/group';
import { InputRead } from '../input-read';

export interface VariantOptions {
  readonly mesh: string;
  readonly rootNamespace: string;
}

/** Splits the manifests of one mesh into those that meet. Usually that is one variant with everything. */
export function variantsOf({ manifests, folders, kustomizations }: InputRead, options: VariantOptions): Variant[] {
  // Alternatives are folders or files; and this is what a dump of a cluster looks like.
  const [first] = manifests;
  if (manifests.every(({ origin }) => origin?.file === first.origin?.file)) { return [{ mesh: options.mesh, manifests, whole: true }]; }
  const context = manifests.filter((manifest) => manifest.context === true);
  const placed = placeManifests(manifests.filter((manifest) => manifest.context !== true), folders, kustomizations);
  const alone = placed.filter((one) => one.alone);
  const together = placed.filter((one) => !one.alone);
  const floating = groupBy(together.filter(({ identity }) => identity?.floating === true), ({ folder }) => folder);
  // What has no namespace meets only what stands in the same folder. If there is one such folder only, it need not be told from others.
  const split = floating.size > 1;
  const settled = split ? together.filter(({ identity }) => identity?.floating !== true) : together;
  return named(options.mesh, [
    ...combinationsOf(settled, context),
    ...split ? [...floating].map(([folder, members]) => unknownNamespace(folder, members, settled, options)) : [],
    ...[...groupBy(alone, ({ file }) => file)].map(([name, members]) => ({ name, manifests: members.map(({ manifest }) => manifest), whole: true })),
    ...copiesInFolders(together),
  ]);
}

/** With the mesh's own policies and rules: nothing else can be said to meet it. */
function unknownNamespace(
  name: string, members: readonly PlacedManifest[], settled: readonly PlacedManifest[], { rootNamespace }: VariantOptions,
): VariantDraft {
  const labels = members[0].replacedIn;
  const above = settled.filter((one) => isIstioIn(one, rootNamespace) && one.labels.every((label, index) => label === labels[index]));
  return { name, manifests: [...above, ...members].map(({ manifest }) => manifest), whole: true };
}

function isIstioIn({ manifest: { object } }: PlacedManifest, namespace: string): boolean {
  const { apiVersion, metadata } = fieldsOf(object) ?? {};
  return textOf(fieldsOf(metadata)?.namespace) === namespace && /^(?:security|networking)\.istio\.io\//.test(textOf(apiVersion));
}

function named(mesh: string, drafts: readonly VariantDraft[]): Variant[] {
  const filled = drafts.filter(({ manifests }) => manifests.length > 0);
  const single = filled.length === 1 && filled[0].name === '';
  return filled.map(({ name, ...draft }, index) => ({ ...draft, mesh: single ? mesh : `${mesh}, variant ${index + 1} (${name})` }));
}
