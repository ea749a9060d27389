import { completed } from './completed';
import { Node } from './node';
import { readLabels } from './read-labels';
import { readText } from './read-values';
import { isAbsent } from '../../admission/fields';
import { frozenList } from '../frozen';
import { Resource } from '../resource';
import { AuthorizationPolicy } from '../surroundings';

/** An AuthorizationPolicy. */
export function readAuthorizationPolicy(root: Node, resource: Resource): AuthorizationPolicy {
  const spec = root.section('spec');
  return completed(resource, {
    matchLabels: readLabels(spec.child('selector'), 'matchLabels'),
    targeted: !isAbsent(spec.fields.targetRef) || spec.list('targetRefs').length > 0,
    action: readText(spec, 'action') ?? 'ALLOW',
    rules: frozenList(spec.items('rules').map(rule => rule.fields)),
  });
}
