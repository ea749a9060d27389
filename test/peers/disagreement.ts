/** What is wrong with a case, and why it may be so. */
export interface Disagreement {
  readonly what: string;
  /** The class that shows the other tool wrong, or that nobody answers yet. */
  readonly excuse: string | undefined;
}
