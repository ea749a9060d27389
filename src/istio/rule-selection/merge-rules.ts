import { isBackendPolicy, layUserOverBackend } from './backend-policy';
import { ConsolidatedRule, MergeLoss } from './consolidated-rule';
import { equalLabels } from './equal-labels';
import { equalSets, exportSetOf, widens } from './export-to';
import { Labels } from '../model/resource';
import { Rule } from '../model/rule';

export interface Consolidated {
  /** In Istio's order (sidecar.md D9). */
  readonly entries: ConsolidatedRule[];
  readonly losses: MergeLoss[];
}

/** Adds the next rule for a host, in Istio's order (sidecar.md D10-D15). */
export function mergeRule(into: Consolidated, rule: Rule): void {
  const losses: MergeLoss[] = [];
  let ownEntry = true;
  into.entries.forEach((entry, index) => {
    const fit = fitOf(entry, rule);
    ownEntry = fit !== 'same';
    if (fit === 'apart') return;
    if (fit === 'same') losses.push(...lossesOf(entry, rule));
    into.entries[index] = absorb(entry, rule);
  });
  if (ownEntry) into.entries.push(entryOf(rule));
  else into.losses.push(...losses);
}

/**
 * `same`: the newer rule melts into the entry. `fills`: it fills gaps of the entry and gets an entry of its own besides.
 * The answer for the last entry decides whether the rule also stands alone: that is how istiod's loop ends.
 */
function fitOf(entry: ConsolidatedRule, rule: Rule): 'same' | 'fills' | 'apart' {
  const exportTo = exportSetOf(rule);
  const wider = widens(exportTo, entry.exportTo);
  if (!wider && !equalSets(exportTo, entry.exportTo)) return 'apart';
  const selectors = [entry.workloadSelector, rule.workloadSelector];
  if (selectors.every((selector) => selector === undefined)) return 'same';
  if (selectors.every((selector) => selector !== undefined)) {
    return equalLabels(selectors[0] as Labels, selectors[1] as Labels) ? 'same' : 'apart';
  }
  return wider ? 'fills' : 'same';
}

function absorb(entry: ConsolidatedRule, rule: Rule): ConsolidatedRule {
  const known = new Set(entry.subsets.map(({ subset }) => subset.name));
  const added = rule.subsets.filter(({ name }) => !known.has(name)).map((subset) => ({ subset, from: rule }));
  const merged = { ...entry, from: [...entry.from, rule], subsets: [...entry.subsets, ...added] };
  if (isBackendPolicy(entry.rule) !== isBackendPolicy(rule)) {
    const [user, backend] = isBackendPolicy(rule) ? [entry.trafficPolicy, rule.trafficPolicy] : [rule.trafficPolicy, entry.trafficPolicy];
    return { ...merged, trafficPolicy: layUserOverBackend(user, backend), trafficPolicyFrom: entry.trafficPolicyFrom ?? rule };
  }
  if (entry.trafficPolicy !== undefined || rule.trafficPolicy === undefined) return merged;
  return { ...merged, trafficPolicy: rule.trafficPolicy, trafficPolicyFrom: rule };
}

function lossesOf(entry: ConsolidatedRule, rule: Rule): MergeLoss[] {
  if (isBackendPolicy(entry.rule) || isBackendPolicy(rule)) return [];
  const losses: MergeLoss[] = [];
  if (entry.trafficPolicyFrom !== undefined && rule.trafficPolicy !== undefined) {
    losses.push(lossOf(rule, entry.trafficPolicyFrom, { kind: 'traffic-policy', dropped: rule.trafficPolicy, kept: entry.trafficPolicy }));
  }
  for (const subset of rule.subsets) {
    const kept = entry.subsets.find((known) => known.subset.name === subset.name);
    if (kept === undefined) continue;
    losses.push(lossOf(rule, kept.from, { kind: 'subset', subset: subset.name, dropped: subset.trafficPolicy, kept: kept.subset.trafficPolicy }));
  }
  const sameReach = equalSets(exportSetOf(rule), entry.exportTo) && (rule.workloadSelector === undefined) === (entry.workloadSelector === undefined);
  if (!sameReach) losses.push(lossOf(rule, entry.rule, { kind: 'visibility', dropped: rule.trafficPolicy, kept: entry.trafficPolicy }));
  return losses;
}

function lossOf(rule: Rule, keptBy: Rule, loss: Pick<MergeLoss, 'kind' | 'dropped' | 'kept'> & { readonly subset?: string }): MergeLoss {
  // selectors come first whatever their age: only among equals does age decide (sidecar.md D9)
  const selectorDecides = (rule.workloadSelector === undefined) !== (keptBy.workloadSelector === undefined);
  return { rule, keptBy, subset: undefined, ambiguous: !selectorDecides && isAgeOpen(rule, keptBy), ...loss };
}

/** Equal timestamps leave nothing open: then the name decides (sidecar.md D9). */
function isAgeOpen(a: Rule, b: Rule): boolean {
  return a.createdAt === undefined || b.createdAt === undefined;
}

function entryOf(rule: Rule): ConsolidatedRule {
  return {
    rule,
    from: [rule],
    host: rule.resolvedHost,
    exportTo: exportSetOf(rule),
    workloadSelector: rule.workloadSelector,
    trafficPolicy: rule.trafficPolicy,
    trafficPolicyFrom: rule.trafficPolicy === undefined ? undefined : rule,
    subsets: rule.subsets.map((subset) => ({ subset, from: rule })),
  };
}
