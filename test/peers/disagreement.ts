/** What is wrong with a case, and why it may be so. */
export interface Disagreement {
  readonly what: string;
  readonly excuse: Excuse | undefined;
}

/** What shows the other tool wrong, or that nobody answers yet. */
export interface Excuse {
  readonly why: string;
  /** Not among those that the cases' own README names. */
  readonly beyondReadme?: true;
}
