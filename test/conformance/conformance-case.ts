/** One case as it stands in a file; families know their own `given` and `expect`. */
export interface ConformanceCase {
  readonly id: string;
  readonly tags?: readonly string[];
  readonly given: Given;
  readonly expect: Fields;
}

/* eslint-disable @typescript-eslint/no-explicit-any -- what stands in a case differs by family and is read where it is used */
export type Fields = Readonly<Record<string, any>>;

export interface Given extends Fields {
  readonly rootNamespace?: string;
  readonly manifests: readonly Fields[];
  readonly mesh?: Fields;
  readonly meshConfig?: Fields;
}

/** One compared field. */
export interface Comparison {
  readonly field: string;
  readonly expected: unknown;
  readonly got: unknown;
}

/** How the cases of one file are answered. */
export interface Family {
  /** Every field of `expect` that must agree, as pairs of what is expected and what the library says. */
  readonly compare: (given: ConformanceCase) => readonly Comparison[];
  /** Why a case is not asked; only from the classes that the cases allow. */
  readonly skip?: (given: ConformanceCase) => string | undefined;
}

/** Pairs for plain fields: those that the case has, in the order given here. */
export function plainFields(expect: Fields, answers: Readonly<Record<string, () => unknown>>): readonly Comparison[] {
  return Object.entries(answers)
    .filter(([field]) => expect[field] !== undefined)
    .map(([field, answer]) => ({ field, expected: expect[field], got: answer() ?? null }));
}
