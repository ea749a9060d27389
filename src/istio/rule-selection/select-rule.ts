import { ConsolidatedRule } from './consolidated-rule';
import { reaches } from './export-to';
import { HostTable } from './host-table';
import { Consolidated } from './merge-rules';
import { orderMatters } from './order-matters';
import { remembered } from './remembered';
import { RuleAnswer, RuleClient, RulePlace, RuleQuestion } from './rule-answer';
import { rulesOfNamespace } from './rule-index';
import { isSubset } from '../model/index/selector-index';
import { Labels } from '../model/resource';
import { MeshSnapshot } from '../model/snapshot';

/** What one place offers: the entries of its most specific host that the client can see. */
export interface PlaceMatch {
  readonly place: RulePlace;
  readonly host: string;
  readonly list: readonly ConsolidatedRule[];
}

const COPIED = new WeakMap<ConsolidatedRule, boolean>();

/** Which rule a client uses for a host (sidecar.md D2-D15). */
export function selectRule(mesh: MeshSnapshot, question: RuleQuestion): RuleAnswer {
  for (const look of lookUps(mesh, question)) {
    const [best] = look();
    // the first place with something visible ends the search; other places add nothing (sidecar.md D3)
    if (best !== undefined && best.list.length > 0) return answerOf(mesh, best, question.client);
  }
  return { rule: undefined, list: [], host: undefined, place: undefined, ambiguous: false, rules: ['sidecar.md D3'] };
}

/** All places in look-up order; each gives its matches, most specific host first. */
export function lookUps(mesh: MeshSnapshot, { client, service }: RuleQuestion): readonly (() => readonly PlaceMatch[])[] {
  const root = mesh.profile.rootNamespace;
  const home = rulesOfNamespace(mesh, client.namespace);
  const first = client.namespace === root ? home.private : home.local;
  const exportedBy = (place: RulePlace, namespace: string) => () =>
    matchesIn(rulesOfNamespace(mesh, namespace).exported, place, service.host, (entry) => reaches(entry.exportTo, client.namespace));
  return [
    () => matchesIn(first, 'client', service.host, () => true),
    ...(service.namespace === undefined ? [] : [exportedBy('service', service.namespace)]),
    exportedBy('root', root),
  ];
}

/** The entry that a client with these labels takes from what its namespace sees (sidecar.md D11, D13). */
export function entryFor(list: readonly ConsolidatedRule[], labels: Labels): ConsolidatedRule | undefined {
  const serving = list.filter((entry) => serves(entry, labels));
  return serving.find(({ workloadSelector }) => workloadSelector !== undefined) ?? serving.at(-1);
}

function serves({ workloadSelector }: ConsolidatedRule, labels: Labels): boolean {
  return workloadSelector === undefined || isSubset(workloadSelector, labels);
}

function hasCopies(mesh: MeshSnapshot, list: readonly ConsolidatedRule[]): boolean {
  // entries belong to one mesh
  return list.some((entry) => remembered(COPIED, entry, ({ from }) => from.some((part) => mesh.copiesOf(part).length > 1)));
}

function matchesIn(
  table: HostTable<Consolidated>,
  place: RulePlace,
  serviceHost: string,
  isVisible: (entry: ConsolidatedRule) => boolean,
): readonly PlaceMatch[] {
  // the host is chosen before exportTo is looked at: a hidden host masks wider ones (sidecar.md D8)
  return table.matches(serviceHost).map(({ host, value }) => ({ place, host, list: value.entries.filter(isVisible) }));
}

function answerOf(mesh: MeshSnapshot, { place, host, list }: PlaceMatch, client: RuleClient): RuleAnswer {
  const rule = entryFor(list, client.labels);
  const ambiguous = hasCopies(mesh, list) || orderMatters(list.filter((entry) => serves(entry, client.labels)));
  return { rule, list, host, place, ambiguous, rules: rulesUsed(rule, list) };
}

function rulesUsed(rule: ConsolidatedRule | undefined, list: readonly ConsolidatedRule[]): readonly string[] {
  const used = ['sidecar.md D2', 'sidecar.md D3'];
  if (rule !== undefined && rule.from.length > 1) used.push('sidecar.md D10');
  if (list.length > 1) used.push('sidecar.md D11');
  if (list.some(({ workloadSelector }) => workloadSelector !== undefined)) used.push('sidecar.md D13');
  return used;
}
