/** How sure and how bad a finding is. */
export enum MtlsSeverity {
  /** Proven by the input. */
  ERROR = 'ERROR',

  /** Likely. */
  WARNING = 'WARNING',

  /** Worth knowing. */
  INFO = 'INFO',
}
