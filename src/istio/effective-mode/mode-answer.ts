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
  /** As written by that policy. */
  readonly mode: Mode;
  /** Policies of this level that lost, in Istio's order. */
  readonly losers: readonly Policy[];
  /** Age decides between the candidates and the manifests do not give it. */
  readonly ambiguous: boolean;
  /** False on partial input without a policy at this level: one may exist elsewhere. */
  readonly known: boolean;
}

export interface ModeAnswer {
  /** Every port that `ports` does not name. */
  readonly mode: EffectiveMode;
  /** Only ports that the winning workload policy names, by workload port. */
  readonly ports: ReadonlyMap<number, EffectiveMode>;
  /** `undefined`: no policy says anything, Istio's default or the profile's mesh mode holds. */
  readonly decidedBy: Policy | undefined;
  readonly chain: readonly ModeStep[];
  /** Another tie-break could give another mode or port mode: `mode` and `ports` are Istio's answer for one apply. */
  readonly ambiguous: boolean;
  /** False when the answer leans on a level that the input does not show. */
  readonly known: boolean;
  /** Rules used, e.g. `sidecar.md C7`. */
  readonly rules: readonly string[];
}

/** Effective mode at one workload port. */
export function modeAtPort(answer: ModeAnswer, workloadPort: number): EffectiveMode {
  return answer.ports.get(workloadPort) ?? answer.mode;
}
