import { keyPath } from './field-path';
import { fieldsOf } from './fields';
import { NO_OBJECTIONS, Objection, refusedByWebhook } from './objection';
import { shown } from './shown';

const REFUSED = [
  ['istio.io/dry-run', 'it is for AuthorizationPolicy only'],
  ['internal.istio.io/webhook-always-reject', 'it tells istiod to refuse the object'],
  ['internal.istio.io/parents', 'it is for Istio itself'],
  ['internal.istio.io/parent-namespace', 'it is for Istio itself'],
] as const;

/** What istiod refuses in the annotations of a policy or rule, whatever their values are. */
export function annotationProblems(annotations: unknown, path = ''): readonly Objection[] {
  const fields = fieldsOf(annotations);
  if (fields === undefined) return NO_OBJECTIONS;
  return REFUSED.filter(([key]) => Object.hasOwn(fields, key)).map(([key, reason]) => refusedByWebhook('sidecar.md A9', keyPath(path, key),
    `annotation ${shown(key)} is refused: ${reason}; remove it`));
}
