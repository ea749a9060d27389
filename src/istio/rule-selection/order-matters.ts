import { ConsolidatedRule } from './consolidated-rule';
import { exportSetOf } from './export-to';
import { remembered } from './remembered';
import { groupBy } from '../model/index/group';
import { Labels } from '../model/resource';
import { Rule, TrafficPolicy } from '../model/rule';

/** One thing that a rule says, as text: the same text is the same content. */
interface Said {
  readonly rule: Rule;
  readonly what: string;
}

const SINGLE = new WeakMap<ConsolidatedRule, boolean>();
const CONTENTS = new WeakMap<Rule, string>();

/** Whether another order of age among the entries that serve a client could give it another policy or subset. */
export function orderMatters(serving: readonly ConsolidatedRule[]): boolean {
  const [first, ...others] = serving;
  if (first === undefined) return false;
  return others.length > 0 ? isOrderOpen(serving) : remembered(SINGLE, first, () => isOrderOpen(serving));
}

function isOrderOpen(serving: readonly ConsolidatedRule[]): boolean {
  const rules = [...new Set(serving.flatMap(({ from }) => from))];
  // selectors come first whatever their age (sidecar.md D9)
  const ranks = [true, false].map((selects) => rules.filter(({ workloadSelector }) => (workloadSelector !== undefined) === selects));
  return ranks.some((rank) => {
    const groups = [...groupBy(rank, mergeKey).values()];
    // one group melts into one entry; of several groups, the oldest selector or the newest rule is used whole (sidecar.md D10, D11, D13)
    return groups.length > 1 ? isOpen(rank.map((rule) => ({ rule, what: contentOf(rule) }))) : groups.some(isMergeOpen);
  });
}

/** Merged rules fill each other's gaps in any order; only what several say can differ (sidecar.md D10). */
function isMergeOpen(rules: readonly Rule[]): boolean {
  const policies = rules.flatMap((rule) => (rule.trafficPolicy === undefined ? [] : [{ rule, what: textOf(rule.trafficPolicy) }]));
  const subsets = rules.flatMap((rule) => rule.subsets.map(({ name, labels, trafficPolicy }) =>
    ({ rule, name, what: `${textOfLabels(labels)} ${textOf(trafficPolicy)}` })));
  return isOpen(policies) || [...groupBy(subsets, ({ name }) => name).values()].some(isOpen);
}

/** They say different things, and the age of one is not given. Equal timestamps are: then the name decides (sidecar.md D9). */
function isOpen(said: readonly Said[]): boolean {
  return said.some(({ rule }) => rule.createdAt === undefined) && new Set(said.map(({ what }) => what)).size > 1;
}

function mergeKey(rule: Rule): string {
  return `${[...exportSetOf(rule)].sort().join()} ${rule.workloadSelector === undefined ? '' : textOfLabels(rule.workloadSelector)}`;
}

function contentOf(rule: Rule): string {
  return remembered(CONTENTS, rule, ({ trafficPolicy, subsets }) => {
    const parts = subsets.map(({ name, labels, trafficPolicy: policy }) => `${name} ${textOfLabels(labels)} ${textOf(policy)}`);
    return [textOf(trafficPolicy), ...parts.sort()].join('\n');
  });
}

function textOf(policy: TrafficPolicy | undefined): string {
  return JSON.stringify(policy) ?? '';
}

function textOfLabels(labels: Labels): string {
  return JSON.stringify([...labels].sort(([a], [b]) => (a < b ? -1 : 1)));
}
