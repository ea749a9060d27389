import { IConstruct } from 'constructs';
import { treeSymbol } from './tree-symbol';

/** One call of `app.synth()` or `app.synthYaml()`; what is worked out for it is kept until it returns. */
export interface SynthSession {
  /** Whether a call is under way. Outside of it (`Testing.synth`, `chart.toJson()`) nothing may be kept. */
  readonly active: boolean;
  /** Grows with each call: a key for what was worked out. */
  readonly number: number;
  /** Runs when the call under way returns or throws. */
  atEnd(task: () => void): void;
}

class Session implements SynthSession {
  active = false;
  number = 0;
  private tasks: (() => void)[] = [];

  atEnd(task: () => void): void {
    this.tasks.push(task);
  }

  run<T>(body: () => T): T {
    // synth() inside of synth() is a part of it.
    if (this.active) return body();
    this.number += 1;
    this.active = true;
    try {
      return body();
    } finally {
      this.active = false;
      const tasks = this.tasks;
      this.tasks = [];
      tasks.forEach((task) => task());
    }
  }
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
  const known = root[SESSION] as Session | undefined;
  if (known !== undefined) return known;
  const session = new Session();
  Object.defineProperty(root, SESSION, { value: session });
  for (const method of ['synth', 'synthYaml']) wrap(root, method, session);
  return session;
}

function wrap(root: Record<symbol | string, unknown>, method: string, session: Session): void {
  const original = root[method];
  if (typeof original !== 'function') return;
  const wrapped = function (this: unknown, ...args: unknown[]): unknown {
    return session.run(() => original.apply(this, args));
  };
  Object.defineProperty(root, method, { value: wrapped, configurable: true, writable: true });
}
