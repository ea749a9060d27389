import { podsOfNamespace } from './pods-of-namespace';
import { AmbientAnswer, ambientMode } from '../../istio/effective-mode/ambient-mode';
import { entry } from '../../istio/model/index/group';
import { Policy } from '../../istio/model/policy';
import { Labels } from '../../istio/model/resource';
import { emptyMap } from '../../istio/model/sealed-map';
import { MeshSnapshot } from '../../istio/model/snapshot';
import { Workload } from '../../istio/model/workload';

/** What ztunnel enforces for some pods. */
export interface AmbientPods {
  readonly answer: AmbientAnswer;
  /** The workload policy that counts for them. */
  readonly policy: Policy | undefined;
  /** Known ones; empty: the namespace, or the profile, says that such pods would be ambient. */
  readonly workloads: readonly Workload[];
}

const FOUND = new WeakMap<MeshSnapshot, readonly AmbientPods[]>();

/** All ambient pods for which policies with DISABLE or ports count, known or not. Where age decides and is not given, nothing is said. */
export function ambientPods(mesh: MeshSnapshot): readonly AmbientPods[] {
  let found = FOUND.get(mesh);
  if (found === undefined) { FOUND.set(mesh, found = collect(mesh)); }
  return found;
}

function collect(mesh: MeshSnapshot): readonly AmbientPods[] {
  const found = new Map<AmbientAnswer, Workload[]>();
  if (!mesh.policies.some(isPeculiar)) { return []; }
  const add = (namespace: string, podLabels: Labels, workload?: Workload) => {
    if (!mayDiverge(mesh, namespace, podLabels)) { return; }
    const workloads = entry(found, ambientMode(mesh, { namespace, podLabels }), () => []);
    if (workload !== undefined) { workloads.push(workload); }
  };
  for (const workload of mesh.workloads) {
    const { namespace, podLabels, gateway, dataPlane: { dataPlane } } = workload;
    if (dataPlane === 'ambient' && !gateway && namespace !== undefined) { add(namespace, podLabels, workload); }
  }
  const namespaces = ambientNamespaces(mesh);
  for (const namespace of namespaces) { add(namespace, emptyMap()); }
  for (const policy of namespaces.size === 0 ? [] : mesh.policies) {
    const { scope, namespace, matchLabels } = policy;
    if (scope !== 'workload' || namespace === undefined || !isPeculiar(policy) || !namespaces.has(namespace)) { continue; }
    if (mesh.workloadsSelectedBy(namespace, matchLabels).length === 0) { add(namespace, matchLabels); }
  }
  return [...found]
    .filter(([{ ambiguous }]) => !ambiguous)
    .map(([answer, workloads]) => ({ answer, policy: answer.chain.at(-1)?.policy, workloads }));
}

/** DISABLE and ports are all that ztunnel reads in its own way (ambient-and-traffic.md A2, A12-A14). */
function isPeculiar({ mode, ports }: Policy): boolean {
  return mode === 'DISABLE' || ports.size > 0;
}

/** Asked before the answer is worked out. */
function mayDiverge(mesh: MeshSnapshot, namespace: string, podLabels: Labels): boolean {
  return mesh.meshPolicies.some(isPeculiar)
    || mesh.namespacePolicies(namespace).some(isPeculiar)
    || mesh.workloadPolicies(namespace, podLabels).some(isPeculiar);
}

/** Namespaces whose pods are ambient unless they say otherwise themselves. */
function ambientNamespaces(mesh: MeshSnapshot): ReadonlySet<string> {
  const named = mesh.profile.dataPlane === 'ambient' ? mesh.policies.flatMap(({ namespace }) => namespace ?? []) : [];
  const candidates = new Set([...mesh.namespaces.keys(), ...named]);
  return new Set([...candidates].filter((namespace) => podsOfNamespace(mesh, namespace).dataPlane === 'ambient'));
}
