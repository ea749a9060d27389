import { AmbientPods, ambientPods } from './ambient-answers';
import { AmbientAnswer } from '../../istio/effective-mode/ambient-mode';
import { entry } from '../../istio/model/index/group';
import { EffectiveMode } from '../../istio/model/mode';
import { Policy } from '../../istio/model/policy';
import { MeshSnapshot } from '../../istio/model/snapshot';
import { Workload } from '../../istio/model/workload';

/** A workload policy that ztunnel takes for something else than it says. */
export interface Divergence {
  readonly policy: Policy;
  /** Workload ports that the policy names, in order. */
  readonly ports: readonly number[];
  /** Known ones for which it does; empty: none is known. */
  readonly workloads: readonly Workload[];
  /** Mesh policy and namespace policy, as far as there are any. */
  readonly parents: readonly Policy[];
}

interface Found {
  readonly ports: Set<number>;
  readonly workloads: Set<Workload>;
  readonly parents: Set<Policy>;
}

/** Each policy once, with all ports that are taken for something else for any ambient pods. */
export function divergences(mesh: MeshSnapshot, portsOf: (policy: Policy, answer: AmbientAnswer) => readonly number[]): readonly Divergence[] {
  const found = new Map<Policy, Found>();
  for (const pods of ambientPods(mesh)) {
    const ports = pods.policy === undefined ? [] : portsOf(pods.policy, pods.answer);
    if (pods.policy !== undefined && ports.length > 0) { collect(entry(found, pods.policy, nothingYet), pods, ports); }
  }
  return [...found].map(([policy, { ports, workloads, parents }]) => ({
    policy, ports: [...ports].sort((one, other) => one - other), workloads: [...workloads], parents: [...parents],
  }));
}

/** Ports that the policy sets to one mode, and that end up in another. */
export function portsTurned({ ports }: Policy, answer: AmbientAnswer, from: EffectiveMode, to: EffectiveMode): readonly number[] {
  return [...ports].filter(([port, mode]) => mode === from && answer.ports.get(port) === to).map(([port]) => port);
}

function nothingYet(): Found {
  return { ports: new Set(), workloads: new Set(), parents: new Set() };
}

function collect(into: Found, { answer, policy, workloads }: AmbientPods, ports: readonly number[]): void {
  ports.forEach((port) => into.ports.add(port));
  workloads.forEach((workload) => into.workloads.add(workload));
  for (const step of answer.chain) {
    if (step.policy !== undefined && step.policy !== policy) { into.parents.add(step.policy); }
  }
}
