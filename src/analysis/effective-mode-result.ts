import { MtlsObject } from './mtls-object';
import { MtlsMode } from '../constructs/mtls-mode';

/** What a workload accepts, port by port, and why. */
export interface EffectiveModeResult {
  /** The mode of every port that `ports` does not name. Never UNSET. In ambient, only STRICT and PERMISSIVE exist. */
  readonly mode: MtlsMode;

  /** Ports with an entry in the winning workload policy, by workload port. */
  readonly ports: EffectivePortMode[];

  /**
   * The policy that gave `mode`.
   *
   * @default - none does, Istio's default or the profile's mesh mode holds
   */
  readonly decidedBy?: MtlsObject;

  /** What happened at each level: mesh first, then namespace, then workload. */
  readonly reasons: EffectiveModeReason[];

  /** The age of policies decides, and manifests do not give it: the answer is what one apply of all manifests would give. */
  readonly ambiguous: boolean;

  /** False when the answer leans on a level that partial input does not show. */
  readonly known: boolean;

  /** The rules of Istio that were used. */
  readonly rules: string[];
}

/** The mode of one workload port. */
export interface EffectivePortMode {
  /** The port on which the container listens. */
  readonly workloadPort: number;

  /** Its mode. */
  readonly mode: MtlsMode;
}

/** What one level contributed. */
export interface EffectiveModeReason {
  /** "mesh", "namespace" or "workload". */
  readonly level: string;

  /**
   * The policy that counts at this level.
   *
   * @default - there is none in the input
   */
  readonly policy?: MtlsObject;

  /** What that policy says; UNSET inherits. */
  readonly mode: MtlsMode;

  /** Policies of this level that Istio ignores because of this one. */
  readonly ignored: MtlsObject[];

  /** The age of the candidates decides, and manifests do not give it. */
  readonly ambiguous: boolean;

  /** False on partial input without a policy at this level: one may exist elsewhere. */
  readonly known: boolean;
}
