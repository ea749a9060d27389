import { Severity } from '../checks/severity';
import { Origin } from '../istio/model/manifest';

export interface ObjectReference {
  readonly apiVersion: string;
  readonly kind: string;
  /** Absent for the unknown namespace and cluster-scoped kinds. */
  readonly namespace: string | undefined;
  readonly name: string;
}

export interface RelatedObject extends ObjectReference {
  readonly origin: Origin;
}

/** One line of a report. */
export interface Finding {
  readonly id: string;
  readonly name: string;
  readonly severity: Severity;
  readonly message: string;
  readonly fix: string;
  /** Docs page, relative to the repository: `docs/checks/MTLS201.md`. */
  readonly docs: string;
  readonly mesh: string;
  /** All fields are empty when the input had no readable object (MTLS001), or the finding is about a whole mesh (MTLS002) or a construct (MTLS003). */
  readonly object: ObjectReference;
  readonly path: string;
  readonly origin: Origin;
  readonly related: readonly RelatedObject[];
}

/** A finding that somebody took responsibility for. */
export interface AcknowledgedFinding extends Finding {
  readonly reason: string;
  /** ISO date; absent: without end. */
  readonly until: string | undefined;
}
