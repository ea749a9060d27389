import { ObjectReference } from './finding';

/** Somebody takes responsibility for the findings of one check at one place. */
export interface Acknowledgement {
  /** `MTLS506`, or `istio-mtls::MTLS506`. */
  readonly id: string;
  readonly reason: string;
  /** Last day on which it counts (`2027-03-31`); absent: without end. */
  readonly until?: string;
  /** Counts for the findings of this construct and all below it; empty: the whole App. */
  readonly construct?: string;
  /** Counts for the findings of one object; needs `mesh` too. */
  readonly object?: Pick<ObjectReference, 'kind' | 'namespace' | 'name'>;
  readonly mesh?: string;
}

const PREFIX = 'istio-mtls::';

export function checkIdOf({ id }: { readonly id: string }): string {
  return id.startsWith(PREFIX) ? id.slice(PREFIX.length) : id;
}

/** Whether the day has come when it counts no more. Without a date from outside no acknowledgement ends. */
export function hasEnded({ until }: { readonly until?: string }, today: string | undefined): boolean {
  return until !== undefined && today !== undefined && today > until;
}
