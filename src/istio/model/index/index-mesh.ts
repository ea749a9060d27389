import { findCopies } from './copies';
import { groupBy } from './group';
import { PolicyIndex } from './policy-index';
import { ServiceIndex } from './service-index';
import { SidecarIndex } from './sidecar-index';
import { WorkloadIndex } from './workload-index';
import { compareResources, compareSelecting } from '../canonical-order';
import { frozenList } from '../frozen';
import { MeshContents } from '../mesh-contents';
import { once } from '../once';
import { Profile } from '../profile';
import { Resource } from '../resource';
import { Rule } from '../rule';
import { sealedMapOf } from '../sealed-map';
import { MeshSnapshot } from '../snapshot';

const NO_RULES: readonly Rule[] = frozenList([]);

/** Puts the objects of one mesh in order. Indexes are made when they are first asked for. */
export function indexMesh(profile: Profile, contents: MeshContents): MeshSnapshot {
  const lists = sortedContents(contents);
  const { policies, rules, services, serviceEntries, namespaces, workloads, sidecars, gateways } = lists;
  const policyIndex = new PolicyIndex(policies);
  const workloadIndex = once(() => new WorkloadIndex(workloads));
  const serviceIndex = once(() => new ServiceIndex(services, serviceEntries));
  const sidecarIndex = once(() => new SidecarIndex(sidecars, profile.rootNamespace));
  const rulesByNamespace = once(() => groupBy([...rules].sort(compareSelecting), rule => rule.namespace));
  const namespacesByName = groupBy(namespaces, namespace => namespace.name);
  const duplicates = findCopies(Object.values(lists));
  const copies = new Map(duplicates.flatMap(group => group.map(resource => [resource, group] as const)));
  return Object.freeze<MeshSnapshot>({
    profile,
    ...lists,
    namespaces: sealedMapOf([...namespacesByName.keys()], name => namespacesByName.get(name)?.[0]),
    duplicates,
    meshPolicies: policyIndex.meshPolicies,
    namespacePolicies: namespace => policyIndex.namespacePolicies(namespace),
    workloadPolicies: (namespace, podLabels) => policyIndex.workloadPolicies(namespace, podLabels),
    ignoredPolicies: podLabels => policyIndex.ignoredPolicies(podLabels),
    workloadsSelectedBy: (namespace, labels) => workloadIndex().selectedBy(namespace, labels),
    endpointsOf: service => workloadIndex().endpointsOf(service),
    rulesIn: namespace => rulesByNamespace().get(namespace) ?? NO_RULES,
    service: (namespace, name) => serviceIndex().service(namespace, name),
    serviceByHost: host => serviceIndex().serviceByHost(host),
    serviceEntriesByHost: host => serviceIndex().serviceEntriesByHost(host),
    servicesOf: (namespace, podLabels) => serviceIndex().servicesOf(namespace, podLabels),
    sidecarOf: (namespace, podLabels) => sidecarIndex().sidecarOf(namespace, podLabels),
    gateway: (namespace, name) => gateways.find(gateway => gateway.namespace === namespace && gateway.name === name),
    copiesOf: <T extends Resource>(resource: T) => (copies.get(resource) ?? [resource]) as readonly T[],
  });
}

function sortedContents(contents: MeshContents) {
  return {
    policies: sorted(contents.policies),
    rules: sorted(contents.rules),
    services: sorted(contents.services),
    serviceEntries: sorted(contents.serviceEntries),
    namespaces: sorted(contents.namespaces),
    workloads: sorted(contents.workloads),
    sidecars: sorted(contents.sidecars),
    authorizationPolicies: sorted(contents.authorizationPolicies),
    callers: sorted(contents.callers),
    gateways: sorted(contents.gateways),
  };
}

function sorted<T extends Resource>(list: T[]): readonly T[] {
  return frozenList(list.sort(compareResources));
}
