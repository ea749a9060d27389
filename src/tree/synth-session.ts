import { IConstruct } from 'constructs';
import { treeSymbol } from './tree-symbol';

/** One call of `app.synth()` or `app.synthYaml()`; what is worked out for it is kept until it returns. */
export interface SynthSession {
  /** Whether a call is under way. Outside of it (`Testing.synth`, `chart.toJson()`) nothing may be kept. */
  readonly active: boolean;
  /** Grows with each call: a key for what was worked out. */
  readonly number: number;
}

interface MutableSession {
  active: boolean;
  number: number;
}

const SESSION = treeSymbol('synth-session');

/**
 * Tells where one synth begins and ends.
 *
 * cdk8s validates the whole App once for each chart and once more, without saying that it is the same synth. Counting the calls or the
 * constructs guesses wrong when an App is changed and synthesised again at once; so the two methods of this App are wrapped, once.
 */
export function synthSession(construct: IConstruct): SynthSession {
  const root = construct.node.root as unknown as Record<symbol | string, unknown>;
  const known = root[SESSION] as MutableSession | undefined;
  if (known !== undefined) return known;
  const session: MutableSession = { active: false, number: 0 };
  Object.defineProperty(root, SESSION, { value: session });
  for (const method of ['synth', 'synthYaml']) wrap(root, method, session);
  return session;
}

function wrap(root: Record<symbol | string, unknown>, method: string, session: MutableSession): void {
  const original = root[method];
  if (typeof original !== 'function') return;
  const wrapped = function (this: unknown, ...args: unknown[]): unknown {
    const outer = session.active;
    if (!outer) session.number += 1;
    session.active = true;
    try {
      return original.apply(this, args);
    } finally {
      session.active = outer;
    }
  };
  Object.defineProperty(root, method, { value: wrapped, configurable: true, writable: true });
}
