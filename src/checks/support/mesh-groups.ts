import { groupBy } from '../../istio/model/index/group';
import { Service } from '../../istio/model/service';
import { MeshSnapshot } from '../../istio/model/snapshot';

interface MeshGroups {
  readonly services: ReadonlyMap<string | undefined, readonly Service[]>;
  readonly namespacesWithPolicies: ReadonlySet<string>;
}

const GROUPS = new WeakMap<MeshSnapshot, MeshGroups>();

export function servicesIn(mesh: MeshSnapshot, namespace: string): readonly Service[] {
  return groupsOf(mesh).services.get(namespace) ?? [];
}

/** Namespaces that any policy below the mesh stands in. */
export function namespacesWithPolicies(mesh: MeshSnapshot): ReadonlySet<string> {
  return groupsOf(mesh).namespacesWithPolicies;
}

function groupsOf(mesh: MeshSnapshot): MeshGroups {
  let groups = GROUPS.get(mesh);
  if (groups === undefined) {
    const counting = mesh.policies.filter(({ scope }) => scope === 'namespace' || scope === 'workload');
    GROUPS.set(mesh, groups = {
      services: groupBy(mesh.services, ({ namespace }) => namespace),
      namespacesWithPolicies: new Set(counting.map(({ namespace }) => namespace).filter((namespace) => namespace !== undefined)),
    });
  }
  return groups;
}
