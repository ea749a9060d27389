import { fieldsOf, listOf } from '../../admission/fields';
import { InputObject } from '../expand-lists';

/** Kinds that other kinds make: `kubectl get all` shows both, and a ReplicaSet for each template that a Deployment ever had. */
const MADE_BY_OTHERS: ReadonlySet<string> = new Set(['ReplicaSet', 'ReplicationController', 'Job']);

/** Whether another object of the input says the same about these pods, or a newer one does. */
export function isSuperseded({ kind, object }: InputObject, owners: () => ReadonlySet<string>): boolean {
  if (!MADE_BY_OTHERS.has(kind)) return false;
  const metadata = fieldsOf(object.metadata);
  const owner = listOf(metadata?.ownerReferences).map(fieldsOf).find(reference => reference?.controller === true);
  if (owner === undefined) return false;
  return fieldsOf(object.spec)?.replicas === 0 || owners().has(ownerName(owner.kind, metadata?.namespace, owner.name));
}

/** The names that owner references may mean. */
export function ownerNames(inputs: readonly InputObject[]): ReadonlySet<string> {
  return new Set(inputs.map(({ kind, object }) => {
    const metadata = fieldsOf(object.metadata);
    return ownerName(kind, metadata?.namespace, metadata?.name);
  }));
}

function ownerName(kind: unknown, namespace: unknown, name: unknown): string {
  return JSON.stringify([kind, namespace, name]);
}
