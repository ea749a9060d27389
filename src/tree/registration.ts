import { IConstruct } from 'constructs';
import { SynthSession, synthSession } from './synth-session';
import { attachAppValidation } from './app-validation';
import { treeSymbol } from './tree-symbol';

/** What hangs on the root of a tree that holds a construct of ours. */
interface Registration {
  readonly session: SynthSession;
  /** The synth in which these constructs were found sound. */
  soundIn: number;
  sound: Set<IConstruct>;
}

const REGISTRATION = treeSymbol('registration');

/** Every construct of ours calls this once: the root of its tree is marked, and the analysis of the whole App hangs there once. */
export function register(construct: IConstruct): void {
  registrationOf(construct);
  attachAppValidation(construct.node.root);
}

/** Whether the tree holds a construct of ours, or once did. */
export function isRegistered(construct: IConstruct): boolean {
  return REGISTRATION in construct.node.root;
}

/**
 * Checks values that are only known at synth, before the first file is written.
 *
 * cdk8s validates the whole App once for each chart, so a sound construct is asked once a synth.
 * Problems are not remembered: the first one ends the synth, and a corrected construct is free at once.
 */
export function validateLate(construct: IConstruct, problems: () => readonly string[]): void {
  const registration = registrationOf(construct);
  construct.node.addValidation({
    validate: () => {
      const sound = soundSoFar(registration);
      if (sound.has(construct)) return [];
      const found = problems();
      if (found.length === 0) sound.add(construct);
      return [...found];
    },
  });
}

/** Outside of a synth nothing is kept. */
function soundSoFar(registration: Registration): Set<IConstruct> {
  const { session } = registration;
  if (!session.active) return new Set();
  if (registration.soundIn !== session.number) {
    registration.soundIn = session.number;
    registration.sound = new Set();
  }
  return registration.sound;
}

function registrationOf(construct: IConstruct): Registration {
  const root = construct.node.root as unknown as Record<symbol, Registration>;
  if (!(REGISTRATION in root)) Object.defineProperty(root, REGISTRATION, { value: { session: synthSession(construct), soundIn: 0, sound: new Set() } });
  return root[REGISTRATION];
}
