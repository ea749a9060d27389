import { MergeLoss } from './consolidated-rule';
import { exportSetOf, isPrivate, isVisibleAtHome } from './export-to';
import { HostTable } from './host-table';
import { Consolidated, mergeRule } from './merge-rules';
import { Rule } from '../model/rule';
import { MeshSnapshot } from '../model/snapshot';

/** The rules of one namespace, merged host by host, once for each kind of look-up: istiod merges them apart (sidecar.md D3, D6, D7). */
export interface NamespaceRules {
  /** What clients of the namespace itself see. */
  readonly local: HostTable<Consolidated>;
  /** What clients elsewhere may see. */
  readonly exported: HostTable<Consolidated>;
  /** What never leaves: all that a client in the root namespace looks at first (sidecar.md D4). */
  readonly private: HostTable<Consolidated>;
}

const INDEXES = new WeakMap<MeshSnapshot, Map<string | undefined, NamespaceRules>>();

/** Built once for a mesh and namespace. Of copies of one object, the first stands for all: a cluster holds one. */
export function rulesOfNamespace(mesh: MeshSnapshot, namespace: string | undefined): NamespaceRules {
  let namespaces = INDEXES.get(mesh);
  if (namespaces === undefined) INDEXES.set(mesh, namespaces = new Map());
  let rules = namespaces.get(namespace);
  if (rules === undefined) namespaces.set(namespace, rules = build(mesh, namespace));
  return rules;
}

/** All that merges take away anywhere in a mesh, each loss once. */
export function mergeLosses(mesh: MeshSnapshot): readonly MergeLoss[] {
  const namespaces = [...new Set(mesh.rules.map(({ namespace }) => namespace))];
  return namespaces.flatMap((namespace) => {
    const { local, exported } = rulesOfNamespace(mesh, namespace);
    const losses = [...local.entries(), ...exported.entries()].flatMap(({ value }) => value.losses);
    return losses.filter((loss, index) => losses.findIndex((other) => isSameLoss(other, loss)) === index);
  });
}

function build(mesh: MeshSnapshot, namespace: string | undefined): NamespaceRules {
  const rules: NamespaceRules = { local: new HostTable(), exported: new HostTable(), private: new HostTable() };
  for (const rule of mesh.rulesIn(namespace)) {
    if (mesh.copiesOf(rule)[0] !== rule) continue;
    const exportTo = exportSetOf(rule);
    if (isVisibleAtHome(exportTo, namespace)) addTo(rules.local, rule);
    addTo(isPrivate(exportTo, namespace, mesh.profile) ? rules.private : rules.exported, rule);
  }
  return rules;
}

function addTo(table: HostTable<Consolidated>, rule: Rule): void {
  let consolidated = table.get(rule.resolvedHost);
  if (consolidated === undefined) table.set(rule.resolvedHost, consolidated = { entries: [], losses: [] });
  mergeRule(consolidated, rule);
}

function isSameLoss(a: MergeLoss, b: MergeLoss): boolean {
  return a.rule === b.rule && a.keptBy === b.keptBy && a.kind === b.kind && a.subset === b.subset;
}
