import { MtlsSeverity } from './mtls-severity';

/** Which findings are asked for. */
export interface FindingsOptions {
  /**
   * Leaves out what is below.
   *
   * @default MtlsSeverity.INFO
   */
  readonly minimumSeverity?: MtlsSeverity;

  /**
   * Only these checks, such as ["MTLS302"].
   *
   * @default - all
   */
  readonly ids?: string[];

  /**
   * "recommended" or "strict", or with a version, "strict@1.0".
   *
   * @default "recommended"
   */
  readonly ruleset?: string;

  /**
   * The day on which exceptions are judged, as `YYYY-MM-DD`.
   *
   * @default - that of the profile; without any, exceptions are never overdue
   */
  readonly today?: string;
}
