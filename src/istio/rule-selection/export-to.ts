import { Profile } from '../model/profile';
import { Rule } from '../model/rule';

/** Where a rule is visible. Empty: nothing said, the mesh default decides. */
export type ExportSet = ReadonlySet<string>;

const OWN_NAMESPACE = '.';
const EVERYWHERE = '*';
const OWN_NAMESPACE_ONLY: ExportSet = new Set([OWN_NAMESPACE]);

/** What a rule exports to: one with a selector stays at home whatever it says (sidecar.md D13, D14). */
export function exportSetOf(rule: Rule): ExportSet {
  return rule.workloadSelector === undefined ? new Set(rule.exportTo) : OWN_NAMESPACE_ONLY;
}

/** Whether clients of the rule's own namespace see it (sidecar.md D6). */
export function isVisibleAtHome(exportTo: ExportSet, home: string | undefined): boolean {
  return exportTo.size === 0 || exportTo.has(EVERYWHERE) || exportTo.has(OWN_NAMESPACE) || names(exportTo, home);
}

/** Whether a rule never leaves its namespace (sidecar.md D7). */
export function isPrivate(exportTo: ExportSet, home: string | undefined, profile: Profile): boolean {
  if (exportTo.size === 0) return profile.defaultRuleExportTo.includes(OWN_NAMESPACE);
  return exportTo.size === 1 && (exportTo.has(OWN_NAMESPACE) || names(exportTo, home));
}

/** Whether an exported rule reaches clients of a namespace (sidecar.md D8). */
export function reaches(exportTo: ExportSet, clientNamespace: string | undefined): boolean {
  return exportTo.size === 0 || exportTo.has(EVERYWHERE) || names(exportTo, clientNamespace);
}

export function equalSets(a: ExportSet, b: ExportSet): boolean {
  return a.size === b.size && includesAll(a, b);
}

/** Whether `wide` holds all of `narrow`, which says something (sidecar.md D12). */
export function widens(wide: ExportSet, narrow: ExportSet): boolean {
  return narrow.size > 0 && wide.size > narrow.size && includesAll(wide, narrow);
}

function includesAll(a: ExportSet, b: ExportSet): boolean {
  return [...b].every((entry) => a.has(entry));
}

function names(exportTo: ExportSet, namespace: string | undefined): boolean {
  return namespace !== undefined && exportTo.has(namespace);
}
