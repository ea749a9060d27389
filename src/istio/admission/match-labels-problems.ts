import { keyPath } from './field-path';
import { entriesOf, fieldsOf, isAbsent } from './fields';
import { BOTH_GATES, CRD_ONLY, Gate, NO_OBJECTIONS, Objection } from './objection';
import { shown } from './shown';

const MOST_LABELS = 4096;
const LONGEST_VALUE = 63;

/** What the gates refuse in the labels of a selector. Whether a key is legal in Kubernetes is not among it (sidecar.md A7): see `labelKeyProblem`. */
export function matchLabelsProblems(labels: unknown, path = ''): readonly Objection[] {
  if (isAbsent(labels)) return NO_OBJECTIONS;
  if (fieldsOf(labels) === undefined) {
    return [objection('A6', BOTH_GATES, path, `labels ${shown(labels)} are not an object; write label names with their values`)];
  }
  const entries = entriesOf(labels);
  const problems = entries.flatMap(([key, value]) => labelProblems(key, value, path));
  if (entries.length > MOST_LABELS) {
    problems.push(objection('A7', CRD_ONLY, path, `${entries.length} labels are too many for a selector; at most ${MOST_LABELS} are allowed`));
  }
  return problems;
}

/** A warning: a selector that is there but selects by nothing (sidecar.md A5, B15). */
export function emptySelectorWarnings(selector: unknown, path: string, rule: string): readonly Objection[] {
  const fields = fieldsOf(selector);
  if (fields === undefined || entriesOf(fields.matchLabels).length > 0) return NO_OBJECTIONS;
  return [{
    rule,
    refusedBy: ['webhook'],
    path,
    message: 'selector has no labels, so it does not narrow anything; remove it, or add matchLabels',
  }];
}

function labelProblems(key: string, value: unknown, parent: string): readonly Objection[] {
  const path = () => keyPath(parent, key);
  const problems: Objection[] = [];
  if (key === '') problems.push(objection('A6', BOTH_GATES, parent, 'label key "" is empty; write the key of a pod label'));
  if (key.includes('*')) {
    problems.push(objection('A6', BOTH_GATES, parent, `label key ${shown(key)} contains "*"; selectors have no wildcards, write the whole key`));
  }
  if (typeof value !== 'string') {
    problems.push(objection('A6', BOTH_GATES, path(), `label value ${shown(value)} is not a text; put it in quotes`));
    return problems;
  }
  if (value.includes('*')) {
    problems.push(objection('A6', BOTH_GATES, path(), `label value ${shown(value)} contains "*"; selectors have no wildcards, write the whole value`));
  }
  if (characters(value) > LONGEST_VALUE) {
    problems.push(objection('A7', CRD_ONLY, path(), `label value ${shown(value)} has ${characters(value)} characters; at most ${LONGEST_VALUE} are allowed`));
  }
  return problems;
}

/** JSON schema counts characters, not UTF-16 units. */
function characters(text: string): number {
  return text.length <= LONGEST_VALUE ? text.length : [...text].length;
}

function objection(rule: string, refusedBy: readonly Gate[], path: string, message: string): Objection {
  return { rule: `sidecar.md ${rule}`, refusedBy, path, message };
}
