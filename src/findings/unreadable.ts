import { Problem } from '../istio/model/manifest';

/** The document itself, the items of a List, or one of them. */
const WHOLE_OBJECT = /^(items(\[\d+\])?)?$/;

/**
 * Whether nothing at all could be made of an object. A field of the wrong type inside an object that was read is no such thing:
 * admission refuses it, and MTLS101 and MTLS102 say so for the kinds that this product is about.
 */
export function isUnreadable({ path }: Problem): boolean {
  return WHOLE_OBJECT.test(path);
}
