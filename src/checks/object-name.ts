/** What a name is made of: an object of the mesh, or a reference to one. */
export interface NamedObject {
  readonly kind: string;
  readonly namespace: string | undefined;
  readonly name: string;
}

/** `PeerAuthentication production/default`; without namespace (unknown, or cluster-scoped): `PeerAuthentication default`. */
export function objectName({ kind, namespace, name }: NamedObject): string {
  return `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`;
}
