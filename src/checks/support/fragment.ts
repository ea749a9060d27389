import { fieldsOf, isAbsent } from '../../istio/admission/fields';
import { Resource } from '../../istio/model/resource';

/** Directive of a strategic merge patch. */
const PATCH = '$patch';

/**
 * Whether a file may hold only a part of the object: a Kustomize patch names what it changes, and takes the rest from its base.
 * Such files lack what no whole object can lack.
 */
export function mayBeFragment({ kind, namespace, origin, object }: Resource): boolean {
  if (origin.file === undefined) return false;
  if (Object.hasOwn(object, PATCH)) return true;
  const spec = fieldsOf(object.spec);
  return namespace === undefined && isAbsent(kind === 'DestinationRule' ? spec?.host : spec?.selector);
}
