import { MtlsObject } from './mtls-object';
import { ObjectReference } from '../findings/finding';
import { Origin } from '../istio/model/manifest';
import { Resource } from '../istio/model/resource';

export function mtlsObjectOf({ apiVersion, kind, namespace, name, origin }: ObjectReference & { readonly origin: Origin } | Resource): MtlsObject {
  return {
    apiVersion,
    kind,
    name,
    ...(namespace === undefined ? {} : { namespace }),
    ...(origin.construct === undefined ? {} : { construct: origin.construct }),
  };
}
