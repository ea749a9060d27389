import { readLabels } from './read-labels';
import { readFields, readList, readText } from './read-values';
import { Reading } from './reading';
import { isAbsent } from '../../admission/fields';
import { frozenList } from '../frozen';
import { Resource } from '../resource';
import { AuthorizationPolicy } from '../surroundings';

/** An AuthorizationPolicy. */
export function readAuthorizationPolicy(reading: Reading, resource: Resource): AuthorizationPolicy {
  const spec = readFields(reading, reading.object.spec, 'spec');
  const selector = readFields(reading, spec.selector, 'spec.selector');
  const rules = readList(reading, spec.rules, 'spec.rules');
  return Object.freeze({
    ...resource,
    matchLabels: readLabels(reading, selector.matchLabels, 'spec.selector.matchLabels'),
    targeted: !isAbsent(spec.targetRef) || readList(reading, spec.targetRefs, 'spec.targetRefs').length > 0,
    action: readText(reading, spec.action, 'spec.action') ?? 'ALLOW',
    rules: frozenList(rules.map((rule, index) => readFields(reading, rule, `spec.rules[${index}]`))),
  });
}
