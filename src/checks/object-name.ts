/** `PeerAuthentication production/default`; without namespace (unknown, or cluster-scoped): `PeerAuthentication default`. */
export function objectName({ kind, namespace, name }: { readonly kind: string; readonly namespace: string | undefined; readonly name: string }): string {
  return `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`;
}
