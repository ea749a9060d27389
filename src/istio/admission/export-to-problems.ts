import { DNS_LABEL_RULE, isDnsLabel } from './dns-label';
import { indexPath } from './field-path';
import { listOf } from './fields';
import { NO_OBJECTIONS, Objection, refusedByWebhook } from './objection';
import { shown } from './shown';

/** Where a rule stands, as far as it decides what `exportTo` may say. */
export interface ExportingRule {
  /** `undefined` is the unknown namespace: nothing is refused that another namespace would allow. */
  readonly namespace: string | undefined;
  /** Whether the rule has a `workloadSelector`, even an empty one. */
  readonly hasWorkloadSelector: boolean;
}

const PRIVATE = '.';
const PUBLIC = '*';

/** What is wrong with the `exportTo` of a rule. */
export function exportToProblems(exportTo: unknown, rule: ExportingRule, path = ''): readonly Objection[] {
  const entries = listOf(exportTo).filter(entry => typeof entry === 'string');
  if (entries.length === 0) return NO_OBJECTIONS;
  const problems: Objection[] = [];
  const seen = new Set<string>();
  entries.forEach((entry, index) => {
    const place = indexPath(path, index);
    const namespace = entry === PRIVATE ? rule.namespace ?? PRIVATE : entry;
    if (seen.has(namespace)) {
      problems.push(refusedByWebhook('sidecar.md B13', place, `exportTo names ${shown(entry)} twice${entry === namespace ? '' : `, as "." and ${shown(namespace)}`}; remove one`));
    } else if (isVisibility(namespace)) {
      seen.add(namespace);
    } else {
      problems.push(refusedByWebhook('sidecar.md B13', place, entryMessage(entry)));
    }
  });
  if (seen.has(PUBLIC) && entries.length > 1) {
    problems.push(refusedByWebhook('sidecar.md B13', path, 'exportTo "*" means every namespace already; write it alone'));
  }
  return rule.hasWorkloadSelector ? [...problems, ...beyondOwnNamespace(seen, rule.namespace, path)] : problems;
}

function beyondOwnNamespace(seen: ReadonlySet<string>, namespace: string | undefined, path: string): readonly Objection[] {
  if (seen.size === 0) return NO_OBJECTIONS;
  const own = namespace ?? PRIVATE;
  const couldBeOwn = namespace === undefined && seen.size === 1 && !seen.has(PUBLIC);
  if (couldBeOwn || (seen.has(own) && seen.size === 1)) return NO_OBJECTIONS;
  return [refusedByWebhook('sidecar.md B14', path, 'a rule with a workloadSelector stays in its own namespace; remove exportTo, or write "." alone')];
}

function isVisibility(namespace: string): boolean {
  return namespace === PRIVATE || namespace === PUBLIC || isDnsLabel(namespace);
}

function entryMessage(entry: string): string {
  if (entry === '~') return 'exportTo "~" is only for a ServiceEntry; write "." to keep the rule in its namespace';
  return `exportTo ${shown(entry)} is no namespace; write ".", "*" or a namespace of ${DNS_LABEL_RULE}`;
}
