import { Resource } from '../../istio/model/resource';
import { MeshSnapshot } from '../../istio/model/snapshot';

/** One of each object: copies are one object in the cluster, and never clash with each other. */
export function distinctObjects<One extends Resource>(mesh: MeshSnapshot, resources: readonly One[]): readonly One[] {
  if (resources.length < 2) { return resources; }
  const seen = new Set<One>();
  return resources.filter((resource) => {
    if (seen.has(resource)) { return false; }
    mesh.copiesOf(resource).forEach((copy) => seen.add(copy));
    return true;
  });
}

/** Whether some of these objects are in the input more than once, so that it does not say what they contain. */
export function haveCopies(mesh: MeshSnapshot, resources: readonly Resource[]): boolean {
  return resources.some((resource) => mesh.copiesOf(resource).length > 1);
}
