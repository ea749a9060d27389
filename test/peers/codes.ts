import { Excuse } from './disagreement';
import { CHECKS } from '../../src/checks/registry';

/** Our ids that answer a code of another tool, as the checks themselves say: `TIS0202/verify-destinationrule-hosts` is answered by whoever names `TIS0202` too. */
export function idsFor(code: string): readonly string[] {
  const names = [code, code.split('/', 1)[0]];
  return CHECKS.filter(({ peers }) => peers.some((peer) => names.includes(peer))).map(({ id }) => id);
}

const NO_LABELS: Excuse = { why: 'a subset without labels is admitted and takes every endpoint: nothing is lost (sidecar.md B11)', beyondReadme: true };

/** Codes that no check is for, with the rule that shows the other tool wrong. */
export const UNANSWERED: ReadonlyMap<string, Excuse> = new Map([
  ['KIA0209', NO_LABELS],
  ['TIS0209', NO_LABELS],
]);
