import { IConstruct } from 'constructs';
import { treeSymbol } from './tree-symbol';

/** Validates a whole App. The room that can do it stands above this one and hands it in, because imports go one way. */
export interface AppValidation {
  /** Version of the library that brings it. */
  readonly version: string;
  /** Messages about the App as a whole; those about a construct are attached to it. */
  validate(root: IConstruct): readonly string[];
}

const VALIDATIONS = treeSymbol('app-validations');

let provided: AppValidation | undefined;

export function provideAppValidation(validation: AppValidation): void {
  provided = validation;
}

/** Hangs the validation on the root, once. Where several copies of the library meet, only the newest one works. */
export function attachAppValidation(root: IConstruct): void {
  const own = provided;
  if (own === undefined) return;
  const all = validationsOf(root);
  if (all.includes(own)) return;
  all.push(own);
  root.node.addValidation({ validate: () => newest(all) === own ? [...own.validate(root)] : [] });
}

function validationsOf(root: IConstruct): AppValidation[] {
  const holder = root as unknown as Record<symbol, AppValidation[]>;
  if (!(VALIDATIONS in holder)) Object.defineProperty(holder, VALIDATIONS, { value: [] });
  return holder[VALIDATIONS];
}

/** The first of equals: which copy works does not depend on who asks. */
function newest(all: readonly AppValidation[]): AppValidation {
  return all.reduce((best, other) => isNewer(other.version, best.version) ? other : best);
}

function isNewer(one: string, other: string): boolean {
  const [left, right] = [one, other].map((version) => version.split(/[.+-]/, 3).map(Number));
  const difference = left.map((part, index) => part - (right[index] ?? 0)).find((part) => part !== 0) ?? 0;
  return difference > 0;
}
