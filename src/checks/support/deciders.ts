import { Failure } from './failure';
import { labelText } from './label-text';
import { listed } from './listed';
import { policyAtPort } from '../../istio/effective-mode/mode-answer';
import { entry } from '../../istio/model/index/group';
import { EffectiveMode } from '../../istio/model/mode';
import { Policy } from '../../istio/model/policy';
import { Workload } from '../../istio/model/workload';
import { objectName } from '../object-name';

/** A policy whose mode makes clients fail. */
export interface Decider<One extends Failure = Failure> {
  /** `undefined`: the profile says the mode of the mesh. */
  readonly policy: Policy | undefined;
  readonly mode: EffectiveMode;
  /** Workload ports that it treats apart; empty: its mode as a whole. */
  readonly ports: readonly number[];
  /** Known ones, each once. */
  readonly workloads: readonly Workload[];
  readonly failures: readonly One[];
}

/** Who decides where clients fail, each policy once. */
export function decidersOf<One extends Failure>(failures: readonly One[]): readonly Decider<One>[] {
  const byPolicy = new Map<Policy | undefined, One[]>();
  for (const failure of failures) {
    const policy = failure.answer.mode && policyAtPort(failure.answer.mode, failure.server.workloadPort);
    entry(byPolicy, policy, () => []).push(failure);
  }
  return [...byPolicy].map(([policy, decided]) => ({
    policy,
    mode: decided[0].answer.serverMode as EffectiveMode,
    ports: decided.every(isForPort) ? [...new Set(decided.map(({ server }) => server.workloadPort))].sort((one, other) => one - other) : [],
    workloads: workloadsOf(decided),
    failures: decided,
  }));
}

/** Whether it is one port that fails, while the workload as a whole has another mode. */
export function isForPort({ answer: { mode }, server }: Failure): boolean {
  return mode !== undefined && (mode.ports.get(server.workloadPort) ?? mode.mode) !== mode.mode;
}

export function workloadsOf(failures: readonly Failure[]): readonly Workload[] {
  return [...new Set(failures.map(({ server }) => server.workload))].filter((workload) => workload !== undefined);
}

/** `PeerAuthentication production/api says DISABLE for port 8081 of app=api (Deployment production/api)`. */
export function deciderText(decider: Decider): string {
  const { policy, mode, workloads } = decider;
  const who = policy === undefined ? 'the profile' : objectName(policy);
  return `${who} says ${mode} for ${subjectText(decider)}${workloads.length === 0 ? '' : ` (${listed(workloads.map(objectName))})`}`;
}

/** What the mode is for: the mesh, a namespace, pods by their labels, ports of them. */
export function subjectText({ policy, ports }: Pick<Decider, 'policy' | 'ports'>): string {
  const pods = podsText(policy);
  return ports.length === 0 ? pods : `port ${listed(ports.map(String))} of ${pods}`;
}

function podsText(policy: Policy | undefined): string {
  switch (policy?.scope) {
    case 'workload': return labelText(policy.matchLabels);
    case 'namespace': return `namespace ${policy.namespace}`;
    default: return 'the whole mesh';
  }
}

/** The field of the policy that says the mode. */
export function deciderPath({ ports }: Pick<Decider, 'ports'>): string {
  return ports.length === 0 ? 'spec.mtls.mode' : `spec.portLevelMtls.${ports[0]}.mode`;
}

export function policiesOf(deciders: readonly Decider[]): readonly Policy[] {
  return deciders.map(({ policy }) => policy).filter((policy) => policy !== undefined);
}
