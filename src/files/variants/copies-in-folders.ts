import { PlacedManifest } from './placed-manifest';
import { VariantDraft } from './variant';
import { duplicateObject } from '../../checks/mtls103-duplicate-object';
import { groupBy } from '../../istio/model/index/group';

/** Copies in different files of one folder are alternatives for all other checks; that there are several deserves a word. */
export function copiesInFolders(placed: readonly PlacedManifest[]): VariantDraft[] {
  return [...groupBy(placed, ({ folder }) => folder)].map(([name, members]) => {
    const copies = [...groupBy(members, ({ identity }) => identity?.key)]
      .filter(([key, group]) => key !== undefined && group[0].identity?.telling && new Set(group.map(({ file }) => file)).size > 1);
    return { name: `copies in ${name}`, manifests: copies.flatMap(([, group]) => group.map(({ manifest }) => manifest)), whole: true, only: duplicateObject.id };
  });
}
