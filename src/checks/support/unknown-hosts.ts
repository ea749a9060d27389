import { inClusterHost } from './in-cluster-host';
import { workloadPoliciesOf } from './workload-policies';
import { entry } from '../../istio/model/index/group';
import { Rule } from '../../istio/model/rule';
import { MeshSnapshot } from '../../istio/model/snapshot';

/** A host that rules name and no Service of the input has. */
export interface UnknownHost {
  readonly name: string;
  readonly host: string;
  readonly rules: readonly Rule[];
}

/** Those of one namespace. */
export interface UnknownHosts {
  readonly byName: ReadonlyMap<string, UnknownHost>;
  /** Called like the pods of no policy, so that it may be for any of them; one of each kind of rules. */
  readonly unclaimed: readonly UnknownHost[];
}

/** More kinds of rules than this for hosts of one namespace say nothing about any policy. */
const KINDS = 20;

const NONE: UnknownHosts = { byName: new Map(), unclaimed: [] };
const HOSTS = new WeakMap<MeshSnapshot, ReadonlyMap<string, UnknownHosts>>();

export function unknownHostsIn(mesh: MeshSnapshot, namespace: string): UnknownHosts {
  let namespaces = HOSTS.get(mesh);
  if (namespaces === undefined) { HOSTS.set(mesh, namespaces = collect(mesh)); }
  return namespaces.get(namespace) ?? NONE;
}

export function isKnownHost(mesh: MeshSnapshot, host: string): boolean {
  return mesh.serviceByHost(host) !== undefined || mesh.serviceEntriesByHost(host).length > 0;
}

/** Service ports that rules treat apart. */
export function portsOfRules(rules: readonly Rule[]): readonly number[] {
  const entries = rules.flatMap(({ trafficPolicy }) => trafficPolicy?.ports ?? []);
  return [...new Set(entries.map(({ servicePort }) => servicePort))].filter((port) => port !== undefined);
}

function collect(mesh: MeshSnapshot): ReadonlyMap<string, UnknownHosts> {
  const namespaces = new Map<string, Map<string, { name: string; host: string; rules: Rule[] }>>();
  for (const rule of mesh.rules) {
    const host = rule.resolvedHost.startsWith('*') ? undefined : inClusterHost(rule.resolvedHost, mesh.profile);
    if (host === undefined || isKnownHost(mesh, rule.resolvedHost)) { continue; }
    const named = entry(namespaces, host.namespace, () => new Map<string, { name: string; host: string; rules: Rule[] }>());
    entry(named, host.name, (name) => ({ name, host: rule.resolvedHost, rules: [] })).rules.push(rule);
  }
  return new Map([...namespaces].map(([namespace, byName]) => {
    const { byLabelValue } = workloadPoliciesOf(mesh, namespace);
    const unclaimed = [...byName.values()].filter(({ name }) => !byLabelValue.has(name));
    const kinds = new Map(unclaimed.map((host): [string, UnknownHost] => [kindOf(host), host]));
    return [namespace, { byName, unclaimed: [...kinds.values()].slice(0, KINDS) }];
  }));
}

/** Hosts with equal texts are treated alike by every client, as far as modes go. */
function kindOf({ rules }: UnknownHost): string {
  return JSON.stringify(rules.map(({ namespace, exportTo, workloadSelector, trafficPolicy }) => [
    namespace,
    exportTo,
    workloadSelector && [...workloadSelector],
    trafficPolicy && [trafficPolicy.tls?.mode, [...new Set(trafficPolicy.ports.map(({ tls }) => tls?.mode))]],
  ]));
}
