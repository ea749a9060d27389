import { DNS_LABEL_RULE, isDnsLabel } from './dns-label';
import { indexPath, keyPath } from './field-path';
import { entriesOf, fieldsOf, listOf, textOf } from './fields';
import { NO_OBJECTIONS, Objection, refusedByWebhook } from './objection';
import { shown } from './shown';
import { trafficPolicyProblems } from './traffic-policy-problems';

const RULE = 'sidecar.md B11';
const DNS_NAME = '[a-zA-Z0-9](?:[-a-zA-Z0-9]*[a-zA-Z0-9])?';
const QUALIFIED_NAME = '(?:[A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]';
const LABEL_KEY = new RegExp(`^(?:(${DNS_NAME}(?:\\.${DNS_NAME})*)/)?(${QUALIFIED_NAME})$`);
const LABEL_VALUE = new RegExp(`^(?:${QUALIFIED_NAME})?$`);
const LONGEST_PREFIX = 253;
const LONGEST_NAME = 63;

/** What is wrong with the subsets of a rule. */
export function subsetProblems(subsets: unknown, namespace: string | undefined, path = ''): readonly Objection[] {
  const seen = new Set<unknown>();
  return listOf(subsets).flatMap((subset, index) => {
    const fields = fieldsOf(subset);
    if (fields === undefined) return NO_OBJECTIONS;
    const place = indexPath(path, index);
    const { name } = fields;
    const repeated = seen.has(name);
    seen.add(name);
    const nameProblem = subsetNameProblem(name, repeated, keyPath(place, 'name'));
    return [
      ...nameProblem === undefined ? NO_OBJECTIONS : [nameProblem],
      ...subsetLabelProblems(fields.labels, keyPath(place, 'labels')),
      ...trafficPolicyProblems(fields.trafficPolicy, namespace, keyPath(place, 'trafficPolicy')),
    ];
  });
}

/** What is wrong with the name of a subset; upper case is allowed. */
export function subsetNameProblem(name: unknown, repeated: boolean, path = ''): Objection | undefined {
  if (typeof name !== 'string' || !isDnsLabel(name)) return refusedByWebhook(RULE, path, `subset name ${shown(name)} is no name; write ${DNS_LABEL_RULE}`);
  return repeated ? refusedByWebhook(RULE, path, `subset name ${shown(name)} is there twice; give each subset its own`) : undefined;
}

/** What is wrong with the labels of a subset; none are fine. */
export function subsetLabelProblems(labels: unknown, path = ''): readonly Objection[] {
  return entriesOf(labels).flatMap(([key, value]) => {
    const problems: Objection[] = [];
    const match = LABEL_KEY.exec(key);
    if (match === null || (match[1] ?? '').length > LONGEST_PREFIX || match[2].length > LONGEST_NAME) {
      problems.push(refusedByWebhook(RULE, path, `label key ${shown(key)} is not legal; write letters, digits, "-", "_" and ".", `
        + `at most ${LONGEST_NAME}, optionally behind a DNS name and "/"`));
    }
    if (!LABEL_VALUE.test(textOf(value))) {
      problems.push(refusedByWebhook(RULE, keyPath(path, key), `label value ${shown(value)} is not legal; write letters, digits, "-", "_" and ".", `
        + 'with a letter or digit at both ends'));
    }
    return problems;
  });
}
