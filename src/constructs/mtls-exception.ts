/**
 * Who answers for a policy or port that is weaker than the rest, why, and until when.
 *
 * It is written as annotations, so that people and admission policies in the cluster can read it.
 */
export interface MtlsException {
  /** The team or person who answers for the exception. */
  readonly owner: string;

  /** Why mutual TLS is not possible here. */
  readonly reason: string;

  /** The day on which somebody looks again, as `YYYY-MM-DD`. */
  readonly reviewBy: string;

  /**
   * Where the exception was agreed.
   *
   * @default - no ticket
   */
  readonly ticket?: string;
}
