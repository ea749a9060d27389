import { MtlsObject } from './mtls-object';
import { MtlsSeverity } from './mtls-severity';

/** One thing that the checks say. */
export interface MtlsFinding {
  /** The check, such as "MTLS302"; its page is `docs/checks/MTLS302.md`. */
  readonly id: string;

  /** Its name, such as "overlapping-workload-policies". */
  readonly name: string;

  /** How sure and how bad it is. */
  readonly severity: MtlsSeverity;

  /** What is there, and what Istio does with it. */
  readonly message: string;

  /** What to write instead. */
  readonly fix: string;

  /** The mesh. */
  readonly mesh: string;

  /** The object that must change. */
  readonly object: MtlsObject;

  /** The field of the object, such as "spec.mtls.mode"; empty: the object as a whole. */
  readonly path: string;

  /** The other objects of a clash. */
  readonly related: MtlsObject[];
}
