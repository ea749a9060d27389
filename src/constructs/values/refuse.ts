import { Objection } from '../../istio/admission/objection';

/** Throws what is wrong, in the words of the room that knows. */
export function refuse(problem: Objection | undefined): void {
  if (problem !== undefined) throw new Error(problem.message);
}

/** Throws the first of several problems. */
export function refuseAny(problems: readonly Objection[]): void {
  refuse(problems[0]);
}
