import { ApiObject } from 'cdk8s';
import { Construct, IConstruct } from 'constructs';
import { Fields, fieldsOf } from '../../istio/admission/fields';
import { shown } from '../../istio/admission/shown';

/**
 * What a Service or workload of this App looks like when it is written. Always rendered anew: Lazy values and JSON patches may have changed.
 */
export function manifestOf(construct: IConstruct): Fields {
  return fieldsOf(ApiObject.of(construct).toJson()) ?? {};
}

/** The kind is known at once, so a wrong one is refused in the constructor. */
export function objectOfKind(what: string, construct: IConstruct, kinds: readonly string[], advice: string): ApiObject {
  if (!Construct.isConstruct(construct)) throw new Error(`${what} ${shown(construct)} is no construct; give a ${kinds.join(' or ')}${advice}`);
  const object = ApiObject.of(construct);
  if (kinds.includes(object.kind)) return object;
  throw new Error(`${what} ${shown(object.node.path)} is a ${object.kind}; give a ${kinds.join(' or ')}${advice}`);
}

/** How an object reads in a message. */
export function titleOf(object: ApiObject): string {
  return `${object.kind} ${shown(object.name)}`;
}
