import { folderOf } from './folder-of';
import { Resource } from '../../istio/model/resource';

/**
 * Whether the input shows that these objects reach the cluster together. Files of different folders of a repository are often
 * alternatives (overlays, samples, generations): that all are applied is likely at best.
 */
export function sameApply(resources: readonly Resource[]): boolean {
  const folders = new Set(resources.map(folderOf));
  folders.delete(undefined);
  return folders.size < 2;
}
