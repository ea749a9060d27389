import { ExceptionPart, exceptionAnnotation } from '../../istio/model/exception-annotations';
import { Resource } from '../../istio/model/resource';
import { isIsoDate } from '../iso-date';

/** What an object says about its own exception. */
export interface DeclaredException {
  readonly owner: string | undefined;
  readonly reason: string | undefined;
  /** As written; it may be no date. */
  readonly reviewBy: string | undefined;
  /** Key of the annotation that holds it. */
  readonly reviewByKey: string;
}

/** The exception of the whole object, or of one workload port: what is not said for the port is said for the whole. */
export function declaredException(resource: Resource, workloadPort?: number): DeclaredException {
  const keyOf = (part: ExceptionPart): string => {
    const own = exceptionAnnotation(part, workloadPort);
    return textAt(resource, own) === undefined ? exceptionAnnotation(part) : own;
  };
  const reviewByKey = keyOf('review-by');
  return {
    owner: textAt(resource, keyOf('owner')),
    reason: textAt(resource, keyOf('reason')),
    reviewBy: textAt(resource, reviewByKey),
    reviewByKey,
  };
}

/** What an exception lacks; empty when somebody answers for it. */
export function missingParts({ owner, reason, reviewBy }: DeclaredException): readonly ExceptionPart[] {
  return [
    ...owner === undefined ? ['owner' as const] : [],
    ...reason === undefined ? ['reason' as const] : [],
    ...reviewBy === undefined || !isIsoDate(reviewBy) ? ['review-by' as const] : [],
  ];
}

function textAt({ annotations }: Resource, key: string): string | undefined {
  const text = annotations.get(key)?.trim();
  return text === '' ? undefined : text;
}
