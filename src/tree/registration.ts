import { IConstruct } from 'constructs';
import { attachAppValidation } from './app-validation';
import { synthSession } from './synth-session';
import { treeSymbol } from './tree-symbol';

/** What hangs on the root of a tree that holds a construct of ours. */
interface Registration {
  /** Constructs whose late values were found right in this synth. */
  sound: Set<IConstruct>;
  /** The synth that `sound` belongs to. */
  session: number;
}

const REGISTRATION = treeSymbol('registration');

/** Scopes whose tree needs no second look: most constructs have siblings. */
const known = new WeakSet<IConstruct>();

/** Every construct of ours calls this once: the root of its tree is marked, and the analysis of the whole App hangs there once. */
export function register(construct: IConstruct): void {
  const { root, scope = root } = construct.node;
  if (known.has(scope)) return;
  known.add(scope);
  registrationOf(root);
  attachAppValidation(root);
  synthSession(root);
}

/** Whether the tree holds a construct of ours, or once did. */
export function isRegistered(construct: IConstruct): boolean {
  return REGISTRATION in construct.node.root;
}

/**
 * Checks values that are only known at synth, before the first file is written.
 *
 * cdk8s validates the whole App once for each chart (field measurements: 9 times slower with 100 charts), so a sound construct is asked once a
 * synth. Problems are never remembered: a corrected construct is free at once.
 */
export function validateLate(construct: IConstruct, problems: () => readonly string[]): void {
  const registration = registrationOf(construct.node.root);
  const session = synthSession(construct);
  construct.node.addValidation({
    validate: () => {
      if (session.active && session.number === registration.session && registration.sound.has(construct)) return [];
      const found = problems();
      if (found.length === 0 && session.active) remember(construct, registration, session.number);
      return [...found];
    },
  });
}

function remember(construct: IConstruct, registration: Registration, session: number): void {
  if (registration.session !== session) {
    registration.session = session;
    registration.sound = new Set();
  }
  registration.sound.add(construct);
}

function registrationOf(root: IConstruct): Registration {
  const holder = root as unknown as Record<symbol, Registration>;
  if (!(REGISTRATION in holder)) Object.defineProperty(holder, REGISTRATION, { value: { sound: new Set(), session: 0 } });
  return holder[REGISTRATION];
}
