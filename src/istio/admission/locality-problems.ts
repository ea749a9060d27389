import { indexPath, keyPath } from './field-path';
import { entriesOf, Fields, fieldsOf, listOf, numberOf, textOf } from './fields';
import { localityOverlap } from './locality-overlap';
import { NO_OBJECTIONS, Objection, refusedByWebhook } from './objection';
import { shown } from './shown';

const RULE = 'istio ValidateLocalityLbSetting';
const TOPOLOGY_LABELS: readonly unknown[] = ['topology.kubernetes.io/region', 'topology.kubernetes.io/zone', 'topology.istio.io/subzone'];

/** What is wrong with a `localityLbSetting` block. */
export function localityProblems(setting: unknown, path: string): readonly Objection[] {
  const fields = fieldsOf(setting);
  if (fields === undefined) return NO_OBJECTIONS;
  const distribute = listOf(fields.distribute);
  const failover = listOf(fields.failover);
  if (distribute.length > 0 && failover.length > 0) {
    return [refusedByWebhook(RULE, path, 'distribute and failover exclude each other; keep one of them')];
  }
  const topology = failover.length > 0 ? topologyProblems(fields, path, 'beside failover') : NO_OBJECTIONS;
  return topology.length > 0 ? topology : [...distributeProblems(distribute, keyPath(path, 'distribute')), ...failoverProblems(fields, path)];
}

/** What is wrong with a `zoneAwareLbSetting` block. */
export function zoneAwareProblems(setting: unknown, path: string): readonly Objection[] {
  const fields = fieldsOf(setting);
  if (fields === undefined) return NO_OBJECTIONS;
  return [...topologyProblems(fields, path, 'under zoneAwareLbSetting'), ...failoverProblems(fields, path)];
}

/** What istiod warns about where no `outlierDetection` stands beside the setting. */
export function failoverWarnings(setting: unknown, path: string): readonly Objection[] {
  const fields = fieldsOf(setting);
  if (fields === undefined || (listOf(fields.failover).length === 0 && listOf(fields.failoverPriority).length === 0)) return NO_OBJECTIONS;
  return [refusedByWebhook(RULE, path, 'failover without outlierDetection never happens; add outlierDetection')];
}

function topologyProblems(fields: Fields, path: string, where: string): readonly Objection[] {
  return listOf(fields.failoverPriority).flatMap((label, index) => TOPOLOGY_LABELS.includes(label)
    ? [refusedByWebhook(RULE, indexPath(keyPath(path, 'failoverPriority'), index), `${shown(label)} cannot stand in failoverPriority ${where}; remove it`)]
    : []);
}

function failoverProblems(fields: Fields, path: string): readonly Objection[] {
  return listOf(fields.failover).flatMap((entry, index) => {
    const regions = [textOf(fieldsOf(entry)?.from), textOf(fieldsOf(entry)?.to)];
    const place = indexPath(keyPath(path, 'failover'), index);
    const wrong = regions.find(region => /[/*]/.test(region));
    if (wrong !== undefined) return [refusedByWebhook(RULE, place, `failover region ${shown(wrong)} is no region; write it without "/" and "*"`)];
    return regions[0] === regions[1] ? [refusedByWebhook(RULE, place, `failover from and to are both ${shown(regions[0])}; write two regions`)] : [];
  });
}

function distributeProblems(distribute: readonly unknown[], path: string): readonly Objection[] {
  const problems = distribute.flatMap((entry, index) => weightProblems(fieldsOf(entry)?.to, keyPath(indexPath(path, index), 'to')));
  const overlap = localityOverlap(distribute.map(entry => textOf(fieldsOf(entry)?.from)));
  return overlap === undefined ? problems : [...problems, refusedByWebhook(RULE, path, `distribute from ${overlap}`)];
}

function weightProblems(to: unknown, path: string): readonly Objection[] {
  const entries = entriesOf(to);
  const wrong = entries.filter(([, weight]) => !((numberOf(weight) ?? 0) >= 1 && (numberOf(weight) ?? 0) <= 100));
  if (wrong.length > 0) {
    return wrong.map(([locality, weight]) =>
      refusedByWebhook(RULE, keyPath(path, locality), `locality weight ${shown(weight)} is out of range; write 1 to 100`));
  }
  const total = entries.reduce((sum, [, weight]) => sum + (numberOf(weight) ?? 0), 0);
  if (total !== 100) return [refusedByWebhook(RULE, path, `locality weights are ${total} in all; make them 100`)];
  // Istio walks the map in random order; sorted, a wildcard comes first and every overlap is found.
  const overlap = localityOverlap(entries.map(([locality]) => locality).sort());
  return overlap === undefined ? NO_OBJECTIONS : [refusedByWebhook(RULE, path, `distribute to ${overlap}`)];
}
