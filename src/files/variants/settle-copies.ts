import { isDeepStrictEqual } from 'node:util';
import { PlacedManifest } from './placed-manifest';
import { groupBy } from '../../istio/model/index/group';

/** The copies of an object that count where all of these manifests meet: those of the innermost folder. */
export function settleCopies(placed: readonly PlacedManifest[]): PlacedManifest[] {
  const dropped = new Set<PlacedManifest>();
  for (const [key, copies] of groupBy(placed, ({ identity }) => identity?.key)) {
    if (key === undefined || copies.length < 2) { continue; }
    const depth = Math.max(...copies.map(({ labels }) => labels.length));
    const counting = countingOf(copies.filter(({ labels }) => labels.length === depth));
    copies.filter((copy) => !counting.includes(copy)).forEach((copy) => dropped.add(copy));
  }
  return dropped.size === 0 ? [...placed] : placed.filter((one) => !dropped.has(one));
}

/** A Namespace or CRD is repeated in many folders. When the copies differ, nobody knows which one the cluster has: then it is unknown. */
function countingOf(copies: readonly PlacedManifest[]): readonly PlacedManifest[] {
  const [first, ...others] = copies;
  if (first.identity?.telling === true || others.every(({ file }) => file === first.file)) { return copies; }
  return others.every(({ manifest }) => isDeepStrictEqual(manifest.object, first.manifest.object)) ? [first] : [];
}
