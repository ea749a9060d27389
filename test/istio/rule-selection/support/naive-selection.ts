import { Profile } from '../../../../src/istio/model/profile';
import { Labels } from '../../../../src/istio/model/resource';
import { Rule, TrafficPolicy } from '../../../../src/istio/model/rule';

/** What the rules of sidecar.md D say, read off one by one: no index, everything looked at again for every question. */
export interface NaiveEntry {
  readonly from: readonly Rule[];
  readonly exportTo: readonly string[];
  readonly selector: Labels | undefined;
  readonly policy: TrafficPolicy | undefined;
  readonly subsets: readonly string[];
}

export interface NaiveAnswer {
  readonly list: readonly NaiveEntry[];
  readonly entry: NaiveEntry | undefined;
  readonly host: string | undefined;
}

export interface NaiveQuestion {
  readonly client: string;
  readonly labels: Labels;
  readonly host: string;
  readonly service: string;
}

export function naiveSelection(rules: readonly Rule[], profile: Profile, { client, labels, host, service }: NaiveQuestion): NaiveAnswer {
  const root = profile.rootNamespace;
  const inOrder = [...rules].sort((a, b) =>
    Number(a.workloadSelector === undefined) - Number(b.workloadSelector === undefined)
    || (a.createdAt ?? 0) - (b.createdAt ?? 0)
    || (a.name < b.name ? -1 : 1));

  const exportedBy = (namespace: string) => ({
    rules: inOrder.filter((rule) => rule.namespace === namespace && !isPrivate(rule, profile)),
    sees: (entry: NaiveEntry) => entry.exportTo.length === 0 || entry.exportTo.includes('*') || entry.exportTo.includes(client),
  });
  const places = [
    {
      rules: inOrder.filter((rule) => rule.namespace === client && (client === root ? isPrivate(rule, profile) : isAtHome(rule))),
      sees: () => true,
    },
    exportedBy(service),
    exportedBy(root),
  ];
  for (const place of places) {
    const best = mostSpecific(place.rules.map((rule) => rule.resolvedHost), host);
    const list = consolidate(place.rules.filter((rule) => rule.resolvedHost === best)).filter(place.sees);
    if (list.length > 0) return { list, entry: choose(list, labels), host: best };
  }
  return { list: [], entry: undefined, host: undefined };
}

function choose(list: readonly NaiveEntry[], labels: Labels): NaiveEntry | undefined {
  for (const entry of list) {
    if (entry.selector !== undefined && [...entry.selector].every(([key, value]) => labels.get(key) === value)) return entry;
  }
  return [...list].reverse().find((entry) => entry.selector === undefined);
}

function mostSpecific(hosts: readonly string[], host: string): string | undefined {
  const wildcard = host.startsWith('*');
  const fitting = hosts.filter((candidate) => {
    if (candidate === host) return true;
    if (!candidate.startsWith('*')) return false;
    return (wildcard ? host.slice(1) : host).endsWith(candidate.slice(1));
  });
  return fitting.sort((a, b) => Number(b === host) - Number(a === host) || b.length - a.length)[0];
}

function consolidate(rules: readonly Rule[]): readonly NaiveEntry[] {
  let entries: NaiveEntry[] = [];
  for (const rule of rules) {
    let apart = true;
    entries = entries.map((entry) => {
      const exportTo = exportsOf(rule);
      const equal = sameSet(exportTo, entry.exportTo);
      const wider = entry.exportTo.length > 0 && exportTo.length > entry.exportTo.length && entry.exportTo.every((name) => exportTo.includes(name));
      if (!equal && !wider) {
        apart = true;
        return entry;
      }
      const both = entry.selector !== undefined && rule.workloadSelector !== undefined;
      const neither = entry.selector === undefined && rule.workloadSelector === undefined;
      if (both && JSON.stringify([...entry.selector].sort()) !== JSON.stringify([...rule.workloadSelector].sort())) {
        apart = true;
        return entry;
      }
      apart = !(both || neither) && wider;
      return {
        ...entry,
        from: [...entry.from, rule],
        policy: entry.policy ?? rule.trafficPolicy,
        subsets: [...entry.subsets, ...rule.subsets.map(({ name }) => name).filter((name) => !entry.subsets.includes(name))],
      };
    });
    if (apart) {
      entries.push({
        from: [rule],
        exportTo: exportsOf(rule),
        selector: rule.workloadSelector,
        policy: rule.trafficPolicy,
        subsets: rule.subsets.map(({ name }) => name),
      });
    }
  }
  return entries;
}

function exportsOf(rule: Rule): readonly string[] {
  return rule.workloadSelector === undefined ? [...new Set(rule.exportTo)] : ['.'];
}

function isPrivate(rule: Rule, profile: Profile): boolean {
  const exportTo = exportsOf(rule);
  if (exportTo.length === 0) return profile.defaultRuleExportTo.includes('.');
  return exportTo.length === 1 && (exportTo[0] === '.' || exportTo[0] === rule.namespace);
}

function isAtHome(rule: Rule): boolean {
  const exportTo = exportsOf(rule);
  return exportTo.length === 0 || exportTo.some((name) => name === '*' || name === '.' || name === rule.namespace);
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name) => b.includes(name));
}
