/** A host that was meant as the short name of a Service, with a dot in it: Istio takes it literally (sidecar.md D1). */
export interface UnexpandedHost {
  /** `*`: every Service of the namespace. */
  readonly service: string;
  readonly namespace: string;
  /** Written with `.svc`, which no name outside a cluster has. */
  readonly certain: boolean;
}

/** Endings of names outside a cluster, so that `httpbin.org` is not read as Service `httpbin` of a namespace `org`. */
const OUTSIDE: ReadonlySet<string> = new Set([
  'com', 'org', 'net', 'edu', 'gov', 'mil', 'int', 'io', 'ai', 'co', 'me', 'eu', 'de', 'uk',
  'local', 'localhost', 'global', 'internal', 'corp', 'lan', 'intranet', 'example', 'invalid',
]);

const SHORT_NAME = /^(\*|[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)\.([a-z0-9](?:[-a-z0-9]*[a-z0-9])?)(\.svc)?$/;

/** What `reviews.prod` and `reviews.prod.svc` were meant to be; `undefined` for every other host. */
export function unexpandedHost(host: string): UnexpandedHost | undefined {
  const [, service, namespace, suffix] = SHORT_NAME.exec(host) ?? [];
  if (service === undefined || (suffix === undefined && namespace === 'svc')) return undefined;
  return { service, namespace, certain: suffix !== undefined };
}

/** Whether the host may as well be a name of the Internet. */
export function mayBeOutside({ namespace, certain }: UnexpandedHost): boolean {
  return !certain && OUTSIDE.has(namespace);
}
