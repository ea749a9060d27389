import { CHECKS } from '../../src/checks/registry';

/** Our ids that answer a code of another tool, as the checks themselves say: `TIS0202/verify-destinationrule-hosts` is answered by whoever names `TIS0202` too. */
export function idsFor(code: string): readonly string[] {
  const names = [code, code.split('/', 1)[0]];
  return CHECKS.filter(({ peers }) => peers.some((peer) => names.includes(peer))).map(({ id }) => id);
}

/** Codes that no check is for, with the reason. */
export const UNANSWERED: ReadonlyMap<string, string> = new Map([
]);
