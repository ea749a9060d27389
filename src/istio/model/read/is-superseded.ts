import { fieldsOf, listOf } from '../../admission/fields';
import { Resource } from '../resource';

/** Kinds that other kinds make: `kubectl get all` shows both, and a ReplicaSet for each template that a Deployment ever had. */
const MADE_BY_OTHERS: ReadonlySet<string> = new Set(['ReplicaSet', 'ReplicationController', 'Job']);

/** Whether another object of the input says the same about these pods, or a newer one does. */
export function isSuperseded(resource: Resource, owners: () => ReadonlySet<string>): boolean {
  if (!MADE_BY_OTHERS.has(resource.kind)) return false;
  const references = listOf(fieldsOf(resource.object.metadata)?.ownerReferences);
  const owner = references.map(fieldsOf).find(reference => reference?.controller === true);
  if (owner === undefined) return false;
  return fieldsOf(resource.object.spec)?.replicas === 0 || owners().has(ownerKey(String(owner.kind), resource.namespace, String(owner.name)));
}

/** How `owners` writes an object. */
export function ownerKey(kind: string, namespace: string | undefined, name: string): string {
  return `${kind} ${namespace ?? ''}/${name}`;
}
