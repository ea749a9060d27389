import { Severity } from './severity';
import { Problem } from '../istio/model/manifest';
import { ProfileInput } from '../istio/model/profile';
import { Resource } from '../istio/model/resource';
import { MeshSnapshot } from '../istio/model/snapshot';

/** What one check says about one object: on the object that must change, once for each cause. */
export interface Observation {
  readonly severity: Severity;
  readonly resource: Resource;
  /** The very field, e.g. `spec.portLevelMtls.8081.mode`; empty: the object as a whole. */
  readonly path: string;
  /** Lower case, one line, names what is there and what Istio will do with it. */
  readonly message: string;
  /** What to write instead, in one line. */
  readonly fix: string;
  /** The other objects of the clash. */
  readonly related?: readonly Resource[];
  /** Groups observations of different checks that have one cause, for `precedence.ts`; absent: `path`. */
  readonly cause?: string;
}

/** What a check may look at beside the mesh. */
export interface CheckContext {
  readonly mesh: MeshSnapshot;
  /** Problems of this mesh that the readers recorded. */
  readonly problems: readonly Problem[];
  /** ISO date from outside (`2026-11-21`); absent: nothing is overdue. */
  readonly today: string | undefined;
}

/** YAML of one or more objects, with the profile that it needs. */
export interface Example {
  readonly yaml: string;
  readonly profile?: Omit<ProfileInput, 'mesh'>;
  readonly today?: string;
}

/** The words of a finding: they stand here and nowhere else. */
export interface CheckDescription {
  /** Permanent, never reused: `MTLS201`. */
  readonly id: string;
  /** kebab-case. */
  readonly name: string;
  /** One sentence: what Istio does, and why that hurts. */
  readonly why: string;
  /** Rules of `semantics/`, e.g. `sidecar.md C6`, and public references. */
  readonly sources: readonly string[];
  /** One sentence for the docs: when it is an error, a warning, an info, or silent. */
  readonly severity: string;
  /** The fix in general; an observation names it for its object. */
  readonly fix: string;
  /** Codes of other tools about the same thing, e.g. `KIA0207`. */
  readonly peers: readonly string[];
  /** Gives exactly one finding, of this check. */
  readonly bad?: Example;
  /** The same, made right: gives no finding at all. */
  readonly good?: Example;
  /** MTLS001 and MTLS002 cannot be acknowledged. */
  readonly acknowledgeable?: false;
}

/** One check: data, its words, and one pure function. */
export interface Check extends CheckDescription {
  readonly bad: Example;
  readonly good: Example;
  check(context: CheckContext): Iterable<Observation>;
}
