import { inClusterHost } from './in-cluster-host';
import { entry, groupBy } from '../../istio/model/index/group';
import { Policy } from '../../istio/model/policy';
import { Service } from '../../istio/model/service';
import { MeshSnapshot } from '../../istio/model/snapshot';

/** Hosts of one namespace that rules name and no Service of the input has, with the ports that these rules name. */
export type UnknownHosts = ReadonlyMap<string, ReadonlySet<number>>;

interface MeshGroups {
  readonly workloadPolicies: ReadonlyMap<string | undefined, readonly Policy[]>;
  readonly services: ReadonlyMap<string | undefined, readonly Service[]>;
  readonly unknownHosts: ReadonlyMap<string, UnknownHosts>;
}

const GROUPS = new WeakMap<MeshSnapshot, MeshGroups>();

export function workloadPoliciesIn(mesh: MeshSnapshot, namespace: string): readonly Policy[] {
  return groupsOf(mesh).workloadPolicies.get(namespace) ?? [];
}

export function servicesIn(mesh: MeshSnapshot, namespace: string): readonly Service[] {
  return groupsOf(mesh).services.get(namespace) ?? [];
}

export function unknownHostsIn(mesh: MeshSnapshot, namespace: string): UnknownHosts {
  return groupsOf(mesh).unknownHosts.get(namespace) ?? new Map();
}

/** Namespaces that any policy below the mesh stands in. */
export function namespacesWithPolicies(mesh: MeshSnapshot): readonly string[] {
  const namespaces = mesh.policies.filter(({ scope }) => scope === 'namespace' || scope === 'workload').map(({ namespace }) => namespace);
  return [...new Set(namespaces)].filter((namespace) => namespace !== undefined);
}

function groupsOf(mesh: MeshSnapshot): MeshGroups {
  let groups = GROUPS.get(mesh);
  if (groups === undefined) {
    GROUPS.set(mesh, groups = {
      workloadPolicies: groupBy(mesh.policies.filter(({ scope }) => scope === 'workload'), ({ namespace }) => namespace),
      services: groupBy(mesh.services, ({ namespace }) => namespace),
      unknownHosts: unknownHosts(mesh),
    });
  }
  return groups;
}

function unknownHosts(mesh: MeshSnapshot): ReadonlyMap<string, UnknownHosts> {
  const namespaces = new Map<string, Map<string, Set<number>>>();
  for (const { resolvedHost, trafficPolicy } of mesh.rules) {
    const host = resolvedHost.startsWith('*') ? undefined : inClusterHost(resolvedHost, mesh.profile);
    if (host === undefined || isKnownHost(mesh, resolvedHost)) { continue; }
    const ports = entry(entry(namespaces, host.namespace, () => new Map<string, Set<number>>()), resolvedHost, () => new Set<number>());
    for (const { servicePort } of trafficPolicy?.ports ?? []) { if (servicePort !== undefined) { ports.add(servicePort); } }
  }
  return namespaces;
}

export function isKnownHost(mesh: MeshSnapshot, host: string): boolean {
  return mesh.serviceByHost(host) !== undefined || mesh.serviceEntriesByHost(host).length > 0;
}
