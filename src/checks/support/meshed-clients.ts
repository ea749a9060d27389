import { podsOfNamespace } from './pods-of-namespace';
import { fieldsOf } from '../../istio/admission/fields';
import { Rule } from '../../istio/model/rule';
import { MeshSnapshot } from '../../istio/model/snapshot';
import { Workload } from '../../istio/model/workload';
import { clientIn, clientOf } from '../../istio/traffic/client-of';
import { TrafficClient } from '../../istio/traffic/traffic-question';

/** No namespace has this name, so no rule is its own and none is exported to it by name: what clients anywhere else get. */
export const ELSEWHERE = '';

/** How many namespaces with rules of their own stand for all of them. */
const SAMPLE = 3;

/** Namespaces that are known to be meshed. */
interface MeshedNamespaces {
  /** One pod that has a sidecar; `undefined`: the namespace itself says that all pods get one. */
  readonly pods: ReadonlyMap<string, Workload | undefined>;
  /** A few that have rules of their own. */
  readonly withRules: readonly string[];
  /** One that has none, and, on partial input, any that the input does not show. */
  readonly elsewhere: readonly string[];
}

const MESHED = new WeakMap<MeshSnapshot, MeshedNamespaces>();

/** Clients with a sidecar that a rule can decide for: at home, beside the service, where it is exported to, and anywhere else. */
export function clientsOfRule(mesh: MeshSnapshot, rule: Rule, serviceNamespace: string | undefined): readonly TrafficClient[] {
  if (rule.workloadSelector !== undefined) { return [selectedClient(mesh, rule)]; }
  const named = rule.exportTo.filter((entry) => entry !== '.' && entry !== '*');
  const namespaces = new Set([rule.namespace, serviceNamespace, ...named, ...meshedNamespaces(mesh).elsewhere]);
  return [...namespaces].map((namespace) => clientOfNamespace(mesh, namespace));
}

/** Clients with a sidecar that stand for all who dial a service: beside it, with rules of their own, and anywhere else. */
export function clientsOfService(mesh: MeshSnapshot, serviceNamespace: string | undefined): readonly TrafficClient[] {
  const { elsewhere, withRules } = meshedNamespaces(mesh);
  const namespaces = new Set([serviceNamespace, ...elsewhere, ...withRules]);
  return [...namespaces].filter((namespace) => namespace !== undefined).map((namespace) => clientOfNamespace(mesh, namespace));
}

/** Proven if the input shows a sidecar in the namespace, or injects one into all pods there. */
function clientOfNamespace(mesh: MeshSnapshot, namespace: string | undefined): TrafficClient {
  const { pods } = meshedNamespaces(mesh);
  const isMeshed = namespace !== undefined && pods.has(namespace);
  const workload = isMeshed ? pods.get(namespace) : undefined;
  const client = workload === undefined ? clientIn(namespace, 'sidecar', isMeshed) : clientOf(workload);
  return { ...client, proven: isMeshed && seesAllServices(mesh, client) };
}

/** A Sidecar with egress may hide the service from its clients, and then no rule for it counts (sidecar.md D18). */
function seesAllServices(mesh: MeshSnapshot, { namespace, labels }: TrafficClient): boolean {
  return fieldsOf(mesh.sidecarOf(namespace, labels)?.object.spec)?.egress === undefined;
}

function selectedClient(mesh: MeshSnapshot, { namespace, workloadSelector = new Map() }: Rule): TrafficClient {
  const workload = mesh.workloadsSelectedBy(namespace, workloadSelector).find(isMeshedClient);
  return workload === undefined ? { ...clientIn(namespace, 'sidecar', false), labels: workloadSelector } : clientOf(workload);
}

function meshedNamespaces(mesh: MeshSnapshot): MeshedNamespaces {
  let meshed = MESHED.get(mesh);
  if (meshed === undefined) { MESHED.set(mesh, meshed = collect(mesh)); }
  return meshed;
}

function collect(mesh: MeshSnapshot): MeshedNamespaces {
  const pods = meshedPods(mesh);
  const names = [...pods.keys()];
  const known = names.filter((namespace) => mesh.rulesIn(namespace).length === 0).slice(0, 1);
  return {
    pods,
    withRules: names.filter((namespace) => mesh.rulesIn(namespace).length > 0).slice(0, SAMPLE),
    elsewhere: mesh.profile.complete ? known : [...known, ELSEWHERE],
  };
}

function meshedPods(mesh: MeshSnapshot): ReadonlyMap<string, Workload | undefined> {
  const meshed = new Map<string, Workload | undefined>();
  for (const name of mesh.namespaces.keys()) {
    const { dataPlane, proven } = podsOfNamespace(mesh, name);
    if (dataPlane === 'sidecar' && proven) { meshed.set(name, undefined); }
  }
  for (const workload of mesh.workloads) {
    const { namespace } = workload;
    if (namespace !== undefined && isMeshedClient(workload) && meshed.get(namespace) === undefined) { meshed.set(namespace, workload); }
  }
  return meshed;
}

function isMeshedClient({ dataPlane: { dataPlane, proven }, gateway, virtualMachine }: Workload): boolean {
  return dataPlane === 'sidecar' && proven && !gateway && !virtualMachine;
}
