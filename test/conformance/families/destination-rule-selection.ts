import { TlsSettings } from '../../../src/istio/model/rule';
import { MeshSnapshot } from '../../../src/istio/model/snapshot';
import { ConsolidatedRule } from '../../../src/istio/rule-selection/consolidated-rule';
import { selectRule } from '../../../src/istio/rule-selection/select-rule';
import { ConformanceCase, Family, Fields, plainFields } from '../conformance-case';
import { labelsOf, meshOf } from '../mesh-of-case';

/** Which rule does this client use for this host? */
export const destinationRuleSelection: Family = {
  compare: (conformanceCase: ConformanceCase) => {
    const { given, expect } = conformanceCase;
    const mesh = meshOf(conformanceCase);
    const { rule, list, host } = selectRule(mesh, {
      client: { namespace: given.client.namespace, labels: labelsOf(given.client.labels) },
      service: given.service as { host: string; namespace: string },
    });
    return plainFields({ ...expect, tls: normalTls(expect.tls), subsetTls: mapValues(expect.subsetTls, normalTls) }, {
      rule: () => rule && nameOf(rule.rule),
      from: () => rule?.from.map(nameOf) ?? none(expect.from),
      subsets: () => (rule ? subsetNames(rule) : none(expect.subsets)),
      tls: () => writtenTls(rule?.trafficPolicy?.tls, expect.tls),
      subsetTls: () => Object.fromEntries((rule?.subsets ?? []).map(({ subset: { name, trafficPolicy } }) =>
        [name, writtenTls(trafficPolicy?.tls, expect.subsetTls?.[name])])),
      host: () => rule && host,
      resolvedHost: () => firstResolvedHost(mesh, given.manifests),
      list: () => list.map((entry) => ({ rule: nameOf(entry.rule), from: entry.from.map(nameOf), subsets: subsetNames(entry) })),
    });
  },
};

/** Without a rule, an empty list says as much as `null`. */
function none(expected: unknown): readonly never[] | null {
  return Array.isArray(expected) ? [] : null;
}

/** `tls: {}` and a missing mode mean DISABLE. */
function normalTls(tls: Fields | null | undefined): Fields | null | undefined {
  return tls ? { ...tls, mode: tls.mode ?? 'DISABLE' } : tls;
}

/** What the model read of a block, with the fields that the case asks for. */
function writtenTls(tls: TlsSettings | undefined, asked: Fields | null | undefined): Fields | null {
  if (tls === undefined) return null;
  return Object.fromEntries([...new Set(['mode', ...Object.keys(asked ?? {})])].map((field) => [field, (tls as unknown as Fields)[field]]));
}

function mapValues(fields: Fields | null | undefined, change: (value: any) => unknown): Fields | null | undefined {
  return fields ? Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, change(value)])) : fields;
}

function firstResolvedHost(mesh: MeshSnapshot, manifests: readonly Fields[]): string | undefined {
  const { name, namespace } = manifests[0].metadata;
  return mesh.rules.find((rule) => rule.name === name && rule.namespace === namespace)?.resolvedHost;
}

function subsetNames({ subsets }: ConsolidatedRule): readonly string[] {
  return subsets.map(({ subset }) => subset.name);
}

function nameOf({ namespace, name }: { readonly namespace: string | undefined; readonly name: string }): string {
  return `${namespace}/${name}`;
}
