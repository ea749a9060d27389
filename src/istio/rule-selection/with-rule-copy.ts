import { Resource } from '../model/resource';
import { Rule } from '../model/rule';
import { MeshSnapshot } from '../model/snapshot';

/** The mesh as it is when this copy of a rule is the one that a cluster holds; the same mesh for a rule without copies. */
export function withRuleCopy(mesh: MeshSnapshot, rule: Rule): MeshSnapshot {
  const copies: ReadonlySet<Resource> = new Set(mesh.copiesOf(rule));
  if (copies.size < 2) return mesh;
  return {
    ...mesh,
    rulesIn: (namespace) => mesh.rulesIn(namespace).filter((other) => other === rule || !copies.has(other)),
    copiesOf: <T extends Resource>(resource: T) => (copies.has(resource) ? [resource] : mesh.copiesOf(resource)),
  };
}
