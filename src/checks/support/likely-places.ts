import { anyService, anyServiceOf, covers, InClusterHost, inClusterHost } from './in-cluster-host';
import { ANY_PORT, likelyServer, mayHaveSidecars } from './likely-server';
import { namespacesWithPolicies } from './mesh-groups';
import { ELSEWHERE } from './meshed-clients';
import { Place } from './place';
import { isModeSaid } from './said-modes';
import { isKnownHost, portsOfRules, UnknownHost, unknownHostsIn } from './unknown-hosts';
import { workloadPoliciesOf } from './workload-policies';
import { ISTIO_TLS_MODE } from '../../istio/client-tls/tls-mode-label';
import { EffectiveMode } from '../../istio/model/mode';
import { Policy } from '../../istio/model/policy';
import { Rule } from '../../istio/model/rule';
import { emptyMap } from '../../istio/model/sealed-map';
import { MeshSnapshot } from '../../istio/model/snapshot';
import { TrafficDestination, TrafficServer } from '../../istio/traffic/traffic-question';

/** The API server: in every cluster, and never in a mesh. */
const API_SERVER = 'kubernetes.default';

/**
 * Places that a rule covers and policies speak about, while the Services or pods themselves are not in the input: those at which a policy
 * may say the mode that is looked for. None on complete input.
 */
export function placesOfRule(mesh: MeshSnapshot, rule: Rule, mode: EffectiveMode): readonly Place[] {
  if (mesh.profile.complete || mesh.serviceByHost(rule.resolvedHost) !== undefined) { return []; }
  const host = inClusterHost(rule.resolvedHost, mesh.profile);
  if (!rule.resolvedHost.startsWith('*')) { return host === undefined ? [] : placesOfHost(mesh, rule, host, mode); }
  const namespaces = host === undefined ? [...namespacesWithPolicies(mesh)] : [host.namespace];
  const concerned = namespaces.filter((namespace) => isModeSaid(mesh, namespace, mode));
  const covered = concerned.filter((namespace) => covers(rule.resolvedHost, anyServiceOf(namespace, mesh.profile)));
  return [
    ...covers(rule.resolvedHost, anyService(mesh.profile)) ? placesOfMesh(mesh, portsOfRules([rule])) : [],
    ...covered.flatMap((namespace) => placesOfNamespace(mesh, namespace, mode, portsOfRules([rule]))),
  ];
}

/** Any service of any namespace. `ports`: Service ports that are treated apart. */
export function placesOfMesh(mesh: MeshSnapshot, ports: readonly number[] = []): readonly Place[] {
  return mayHaveSidecars(mesh, ELSEWHERE) ? [anyPlace(anyService(mesh.profile), ELSEWHERE, ports)] : [];
}

/** Any service of the namespace, and, one by one, pods that a policy selects and no Service of the input leads to. */
export function placesOfNamespace(mesh: MeshSnapshot, namespace: string, mode: EffectiveMode, ports: readonly number[] = []): readonly Place[] {
  if (!mayHaveSidecars(mesh, namespace)) { return []; }
  const { all, haveSettingsForPorts } = workloadPoliciesOf(mesh, namespace);
  return [
    // a Service port that a rule treats apart may be in front of a workload port that a policy treats apart
    anyPlace(anyServiceOf(namespace, mesh.profile), namespace, haveSettingsForPorts ? [] : ports),
    ...all.filter((policy) => says(policy, mode) && isWithoutService(mesh, policy)).map((policy) => placeOfPolicy(mesh, policy, mode, ports)),
  ];
}

function anyPlace(host: string, namespace: string, ports: readonly number[]): Place {
  const destinations = [ANY_PORT, ...ports].map((port) => likelyDestination(host, namespace, port));
  return likelyPlace(destinations, [likelyServer(namespace, emptyMap(), ANY_PORT)], 'destination');
}

/** The Service of these pods is unknown: a rule for a host of their name is for them, one for a host that no policy's pods are called may be. */
function placeOfPolicy(mesh: MeshSnapshot, policy: Policy, mode: EffectiveMode, ports: readonly number[]): Place {
  const namespace = policy.namespace as string;
  const { byName, unclaimed } = unknownHostsIn(mesh, namespace);
  const own = [...policy.matchLabels.values()].flatMap((value) => byName.get(value) ?? []);
  const wide = { host: anyServiceOf(namespace, mesh.profile), ports };
  const hosts = own.length > 0 ? own.map(portsOfHost) : [wide, ...unclaimed.map(portsOfHost)];
  const workloadPorts = [...policy.mode === mode ? [ANY_PORT] : [], ...[...policy.ports].filter(([, said]) => said === mode).map(([port]) => port)];
  return likelyPlace(
    hosts.flatMap((host) => [ANY_PORT, ...host.ports].map((port) => likelyDestination(host.host, namespace, port))),
    workloadPorts.map((port) => likelyServer(namespace, policy.matchLabels, port)),
    'server',
  );
}

function portsOfHost({ host, rules }: UnknownHost): { readonly host: string; readonly ports: readonly number[] } {
  return { host, ports: portsOfRules(rules) };
}

/**
 * A host without Service in the input: the pods that a policy selects by this name, or any pods of the namespace. Whoever writes a rule for
 * one host knows something about it, so that a mesh policy alone does not speak against it.
 */
function placesOfHost(mesh: MeshSnapshot, rule: Rule, { name, namespace }: InClusterHost, mode: EffectiveMode): readonly Place[] {
  if (isKnownHost(mesh, rule.resolvedHost) || !namespacesWithPolicies(mesh).has(namespace) || !mayHaveSidecars(mesh, namespace)) { return []; }
  if (`${name}.${namespace}` === API_SERVER) { return []; }
  const { byLabelValue, saysOnly } = workloadPoliciesOf(mesh, namespace);
  const own = byLabelValue.get(name)?.[0];
  // any policy that says otherwise may be the one for these pods
  if (own === undefined && !saysOnly(mode)) { return []; }
  const destinations = [ANY_PORT, ...portsOfRules([rule])].map((port) => likelyDestination(rule.resolvedHost, namespace, port));
  const servers = [ANY_PORT, ...own?.ports.keys() ?? []].map((port) => likelyServer(namespace, own?.matchLabels ?? emptyMap(), port));
  return [likelyPlace(destinations, servers, 'either')];
}

function isWithoutService(mesh: MeshSnapshot, { namespace, matchLabels }: Policy): boolean {
  const workloads = mesh.workloadsSelectedBy(namespace, matchLabels);
  if (workloads.length === 0) { return mesh.servicesOf(namespace, matchLabels).length === 0; }
  const mayMeet = workloads.some(({ dataPlane: { dataPlane }, gateway }) => !gateway && (dataPlane === 'sidecar' || dataPlane === 'unknown'));
  return mayMeet && workloads.every(({ podLabels }) => mesh.servicesOf(namespace, podLabels).length === 0);
}

function says(policy: Policy, mode: EffectiveMode): boolean {
  return policy.mode === mode || [...policy.ports.values()].includes(mode);
}

function likelyPlace(destinations: readonly TrafficDestination[], servers: readonly TrafficServer[], failsBy: Place['failsBy']): Place {
  return { destinations, servers, call: { sends: 'auto', application: 'tcp', applicationTls: false }, port: undefined, failsBy };
}

function likelyDestination(host: string, namespace: string, servicePort: number): TrafficDestination {
  return { service: undefined, host, namespace, servicePort, subset: undefined, headless: false, meshExternal: false, tlsModes: [ISTIO_TLS_MODE] };
}
