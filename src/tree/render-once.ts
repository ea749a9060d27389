import { ApiObject } from 'cdk8s';
import { synthSession } from './synth-session';

/** Objects that keep what was rendered, until their synth returns. */
const kept = new WeakSet<ApiObject>();

/**
 * The manifest of an object, as this synth writes it.
 *
 * During `app.synth()` the object keeps what was rendered here until the call returns: what is analysed is what is written, and rendering,
 * which is a tenth of a synth, is not paid twice.
 */
export function renderOnce(construct: ApiObject): unknown {
  if (kept.has(construct)) return construct.toJson();
  const rendered = construct.toJson();
  const session = synthSession(construct);
  if (session.active) {
    kept.add(construct);
    const before = Object.getOwnPropertyDescriptor(construct, 'toJson');
    Object.defineProperty(construct, 'toJson', { value: () => rendered, configurable: true, writable: true });
    session.atEnd(() => {
      kept.delete(construct);
      if (before === undefined) delete (construct as Partial<ApiObject>).toJson;
      else Object.defineProperty(construct, 'toJson', before);
    });
  }
  return rendered;
}
