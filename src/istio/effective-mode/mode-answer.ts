import { EffectiveMode, Mode } from '../model/mode';
import { Policy } from '../model/policy';
import { Labels } from '../model/resource';

/** Whose mode is asked for: pods by namespace and labels; they need not be in the snapshot. */
export interface ModeSubject {
  readonly namespace: string | undefined;
  readonly podLabels: Labels;
  /** Waypoints are also selected by policies of the namespaces of their services (sidecar.md C2). */
  readonly serviceNamespaces?: readonly string[];
}

export type ModeLevel = 'mesh' | 'namespace' | 'workload';

/** What happened at one level, mesh first. */
export interface ModeStep {
  readonly level: ModeLevel;
  /** The policy that counts at this level; `undefined`: none in the input. */
  readonly policy: Policy | undefined;
  /** As written by that policy; at mesh level without policy, the profile's mesh mode. */
  readonly mode: Mode;
  /** Other policies of this level that lost, in Istio's order. Copies of one object are one policy. */
  readonly losers: readonly Policy[];
  /** Policies that may be the one that counts, `policy` first: others when age decides and is not given, or when the input has copies. */
  readonly contenders: readonly Policy[];
  /** Age decides between the candidates and the manifests do not give it. */
  readonly ambiguous: boolean;
  /** False on partial input without a policy at this level: one may exist elsewhere. */
  readonly known: boolean;
}

export interface ModeAnswer {
  /** Whose rules gave the answer. */
  readonly dataPlane: 'sidecar' | 'ambient';
  /** Every port that `ports` does not name. */
  readonly mode: EffectiveMode;
  /** Only ports that the winning workload policy names, by workload port. */
  readonly ports: ReadonlyMap<number, EffectiveMode>;
  /** The policy that `mode` comes from. `undefined`: no policy says anything, Istio's default or the profile's mesh mode holds. */
  readonly decidedBy: Policy | undefined;
  /** Mesh, namespace, workload. */
  readonly chain: readonly ModeStep[];
  /** Another tie-break, or another copy of a policy, could give another mode or port mode: `mode` and `ports` are Istio's answer for one apply. */
  readonly ambiguous: boolean;
  /**
   * Whether the input shows where `mode` comes from: a policy, or the profile, or everything (complete input). Policies that the input
   * does not show and that would be more specific are not assumed; the steps of `chain` say where they could be.
   */
  readonly known: boolean;
  /** Rules used, e.g. `sidecar.md C7`. */
  readonly rules: readonly string[];
}

/** Effective mode at one workload port. */
export function modeAtPort(answer: ModeAnswer, workloadPort: number): EffectiveMode {
  return answer.ports.get(workloadPort) ?? answer.mode;
}

/** The policy that decides at one workload port: the workload policy when its own entry for that port takes effect. */
export function policyAtPort(answer: ModeAnswer, workloadPort: number): Policy | undefined {
  const { policy } = workloadStep(answer);
  const own = policy?.ports.get(workloadPort) ?? 'UNSET';
  // ambient-and-traffic.md A2, A12: DISABLE means PERMISSIVE there, and may be ignored.
  const takesEffect = own === modeAtPort(answer, workloadPort) || (own === 'DISABLE' && modeAtPort(answer, workloadPort) === 'PERMISSIVE');
  return takesEffect ? policy : answer.decidedBy;
}

/** Whether the input shows where the mode of one workload port comes from. */
export function knownAtPort(answer: ModeAnswer, workloadPort: number): boolean {
  const own = workloadStep(answer).policy?.ports.get(workloadPort) ?? 'UNSET';
  if (own === 'UNSET') return answer.known;
  // ambient-and-traffic.md A12-A14: there even an entry of its own depends on the parents.
  return answer.dataPlane === 'sidecar' ? isInKnownNamespace(answer) : answer.known && answer.chain.every(step => step.known);
}

function workloadStep(answer: ModeAnswer): ModeStep {
  return answer.chain[answer.chain.length - 1];
}

function isInKnownNamespace(answer: ModeAnswer): boolean {
  return workloadStep(answer).policy?.namespace !== undefined;
}
