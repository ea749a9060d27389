import { Finding, ObjectReference, RelatedObject } from './finding';
import { printable } from './printable';
import { CheckDescription, Observation } from '../checks/check';
import { Severity } from '../checks/severity';
import { Origin } from '../istio/model/manifest';
import { Resource } from '../istio/model/resource';

/** For findings that are about no single object. */
export const NO_OBJECT: ObjectReference = { apiVersion: '', kind: '', namespace: undefined, name: '' };

/** A check's observation in the words of a report. */
export function findingOf(check: CheckDescription, { severity, resource, path, message, fix, related = [] }: Observation): Finding {
  return describedFinding(check, {
    severity, message, fix, mesh: resource.mesh, object: referenceTo(resource), path, origin: resource.origin, related: related.map(relatedObject),
  });
}

export interface FindingParts {
  readonly severity: Severity;
  readonly message: string;
  /** The description's fix when absent. */
  readonly fix?: string;
  readonly mesh: string;
  readonly object?: ObjectReference;
  readonly path?: string;
  readonly origin?: Origin;
  readonly related?: readonly RelatedObject[];
}

/** A finding of the check that the description names. */
export function describedFinding(
  { id, name, fix: generalFix }: CheckDescription,
  { severity, message, fix = generalFix, mesh, object = NO_OBJECT, path = '', origin = {}, related = [] }: FindingParts,
): Finding {
  return { id, name, severity, message: printable(message), fix: printable(fix), docs: `docs/checks/${id}.md`, mesh, object, path, origin, related };
}

export function referenceTo({ apiVersion, kind, namespace, name }: Resource): ObjectReference {
  return { apiVersion, kind, namespace, name };
}

function relatedObject(resource: Resource): RelatedObject {
  return { ...referenceTo(resource), origin: resource.origin };
}
