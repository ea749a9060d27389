import { Acknowledgement } from './acknowledgement';
import { keyPath } from '../istio/admission/field-path';
import { Resource } from '../istio/model/resource';

const PREFIX = 'cdk8s-istio-mtls/acknowledge.';
const UNTIL = '.until';

/** An acknowledgement that an object carries. */
export interface AnnotatedAcknowledgement extends Acknowledgement {
  /** The annotation that says so. */
  readonly path: string;
}

/**
 * `cdk8s-istio-mtls/acknowledge.MTLS506: <reason>`, and beside it, if it shall end, `cdk8s-istio-mtls/acknowledge.MTLS506.until: 2027-03-31`.
 * Flat, because annotation values are text and the part behind the slash allows dots but no colons.
 */
export function annotatedAcknowledgements({ annotations }: Pick<Resource, 'annotations'>): AnnotatedAcknowledgement[] {
  const found = new Map<string, AnnotatedAcknowledgement>();
  for (const key of annotations.keys()) {
    if (!key.startsWith(PREFIX)) { continue; }
    const id = key.slice(PREFIX.length, key.endsWith(UNTIL) ? -UNTIL.length : undefined);
    const name = `${PREFIX}${id}`;
    const reason = annotations.get(name);
    const path = keyPath('metadata.annotations', reason === undefined ? key : name);
    found.set(id, { id, reason: reason ?? '', until: annotations.get(`${name}${UNTIL}`), path });
  }
  return [...found.values()];
}
