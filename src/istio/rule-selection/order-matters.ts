import { ageIsOpen } from './age';
import { ConsolidatedRule } from './consolidated-rule';
import { equalLabels } from './equal-labels';
import { equalSets, exportSetOf } from './export-to';
import { isSubset } from '../model/index/selector-index';
import { Labels } from '../model/resource';
import { Rule, Subset, TrafficPolicy } from '../model/rule';

const NONE: Labels = new Map();

/** Whether another order of age among these entries could give a client with these labels another policy or subset. */
export function orderMatters(list: readonly ConsolidatedRule[], labels: Labels): boolean {
  const rules = [...new Set(list.flatMap(({ from }) => from))].filter((rule) => isForClient(rule, labels));
  return rules.some((rule, index) => rules.slice(index + 1).some((other) => ageIsOpen(rule, other) && competes(rule, other)));
}

function isForClient({ workloadSelector }: Rule, labels: Labels): boolean {
  return workloadSelector === undefined || isSubset(workloadSelector, labels);
}

function competes(a: Rule, b: Rule): boolean {
  // selectors come first whatever their age (sidecar.md D9)
  if ((a.workloadSelector === undefined) !== (b.workloadSelector === undefined)) return false;
  const merged = equalSets(exportSetOf(a), exportSetOf(b)) && equalLabels(a.workloadSelector ?? NONE, b.workloadSelector ?? NONE);
  return merged ? contentClashes(a, b) : !equalContent(a, b);
}

/** Merged rules fill each other's gaps in any order; only what both say can differ (sidecar.md D10). */
function contentClashes(a: Rule, b: Rule): boolean {
  if (a.trafficPolicy !== undefined && b.trafficPolicy !== undefined && !equalPolicies(a.trafficPolicy, b.trafficPolicy)) return true;
  return a.subsets.some((subset) => b.subsets.some((other) => other.name === subset.name && !equalSubsets(subset, other)));
}

function equalContent(a: Rule, b: Rule): boolean {
  return equalPolicies(a.trafficPolicy, b.trafficPolicy)
    && a.subsets.length === b.subsets.length
    && a.subsets.every((subset) => b.subsets.some((other) => other.name === subset.name && equalSubsets(subset, other)));
}

function equalSubsets(a: Subset, b: Subset): boolean {
  return equalLabels(a.labels, b.labels) && equalPolicies(a.trafficPolicy, b.trafficPolicy);
}

function equalPolicies(a: TrafficPolicy | undefined, b: TrafficPolicy | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
