import { RuleQuestion } from './rule-answer';
import { lookUps, selectRule } from './select-rule';
import { Rule } from '../model/rule';
import { MeshSnapshot } from '../model/snapshot';

/** A rule that names the asked host, is visible to the client, and is not used. */
export interface ShadowedRule {
  readonly rule: Rule;
  /** The rule in use instead, the first of those merged; `undefined`: the place that ends the search has nothing for these labels. */
  readonly by: Rule | undefined;
  /** `place`: found in an earlier place. `host`: a more specific host. `entry`: another entry for the same host. */
  readonly why: 'place' | 'host' | 'entry';
}

/** What the search for a rule passes over (sidecar.md D2, D3, D11, D13): a rule's TLS is taken away without a word. */
export function shadowedRules(mesh: MeshSnapshot, question: RuleQuestion): readonly ShadowedRule[] {
  const answer = selectRule(mesh, question);
  const used = new Set(answer.rule?.from);
  const shadowed = new Map<Rule, ShadowedRule>();
  for (const { place, host, list } of lookUps(mesh, question).flatMap((look) => look())) {
    const why = place !== answer.place ? 'place' : host !== answer.host ? 'host' : 'entry';
    for (const rule of list.flatMap(({ from }) => from)) {
      if (!used.has(rule) && !shadowed.has(rule)) shadowed.set(rule, { rule, by: answer.rule?.rule, why });
    }
  }
  return [...shadowed.values()];
}
