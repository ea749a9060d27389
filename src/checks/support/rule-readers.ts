import { podsOfNamespace } from './pods-of-namespace';
import { Labels } from '../../istio/model/resource';
import { Rule } from '../../istio/model/rule';
import { MeshSnapshot } from '../../istio/model/snapshot';
import { exportSetOf, isPrivate } from '../../istio/rule-selection/export-to';

const USE_WAYPOINT = 'istio.io/use-waypoint';

/** Which namespaces hold proxies that read rules, or might; and which hold pods that leave all to ztunnel, which reads none. */
export interface RuleReaders {
  readonly readers: ReadonlySet<string | undefined>;
  readonly ambient: ReadonlySet<string | undefined>;
}

/** Sidecars, gateways and waypoints read rules (ambient-and-traffic.md B8). What is not known may be one of them. */
export function ruleReaders(mesh: MeshSnapshot): RuleReaders {
  const readers = new Set<string | undefined>();
  const ambient = new Set<string | undefined>();
  for (const { namespace, gateway, dataPlane: { dataPlane } } of mesh.workloads) {
    if (gateway || dataPlane === 'sidecar' || dataPlane === 'unknown') readers.add(namespace);
    else if (dataPlane === 'ambient') ambient.add(namespace);
  }
  for (const { namespace } of mesh.gateways) readers.add(namespace);
  for (const { namespace, className } of mesh.callers) if (className === 'istio') readers.add(namespace);
  for (const { namespace, labels } of [...mesh.services, ...mesh.serviceEntries]) if (usesWaypoint(labels)) readers.add(namespace);
  for (const { name, labels } of mesh.namespaces.values()) {
    if (usesWaypoint(labels)) readers.add(name);
    if (podsOfNamespace(mesh, name).dataPlane === 'ambient') ambient.add(name);
  }
  return { readers, ambient };
}

/** Whether all clients of a rule, as far as known, are pods that only ztunnel speaks for. */
export function isReadByNobody(mesh: MeshSnapshot, { readers, ambient }: RuleReaders, rule: Rule): boolean {
  const home = rule.namespace;
  const staysAtHome = isPrivate(exportSetOf(rule), home, mesh.profile);
  if (staysAtHome ? readers.has(home) : readers.size > 0) return false;
  const isForAll = home === mesh.profile.rootNamespace && !staysAtHome;
  return mesh.profile.dataPlane === 'ambient' || (isForAll ? ambient.size > 0 : ambient.has(home));
}

function usesWaypoint(labels: Labels): boolean {
  return (labels.get(USE_WAYPOINT) ?? 'none') !== 'none';
}
