import { Alternatives, Standing } from './alternatives';
import { BuiltTogether } from './built-together';
import { folderOf, Identity, identityOf } from './identity';
import { pathTreeOf } from './path-tree';
import { groupBy } from '../../istio/model/index/group';
import { Manifest } from '../../istio/model/manifest';
import { Kustomization } from '../input-read';

/** A manifest, and which alternatives of the input it belongs to. */
export interface PlacedManifest extends Standing {
  readonly manifest: Manifest;
  readonly identity: Identity | undefined;
  readonly file: string;
  readonly folder: string;
}

/** Finds the alternatives among the folders and files of one mesh's manifests. */
export function placeManifests(
  manifests: readonly Manifest[], folders: readonly string[], kustomizations: readonly Kustomization[],
): PlacedManifest[] {
  const known = manifests.map((manifest) => {
    const file = manifest.origin?.file ?? '';
    return { manifest, identity: identityOf(manifest), file, folder: folderOf(file) };
  });
  const tree = pathTreeOf(new Set(known.map(({ file }) => file)), folders);
  const alternatives = new Alternatives(tree, new BuiltTogether(kustomizations));
  for (const [key, copies] of groupBy(known, ({ identity }) => identity?.telling ? identity.key : undefined)) {
    const files = new Set(copies.map(({ file }) => file));
    if (key !== undefined && files.size > 1) { alternatives.addCopies(key, files); }
  }
  return known.map((one) => ({ ...one, ...alternatives.standingOf(one.file, one.identity?.key) }));
}
