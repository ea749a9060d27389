/** Full name of a rule's host: only a name without any dot is completed (sidecar.md D1). */
export function resolveHost(host: string, namespace: string | undefined, clusterDomain: string): string {
  const complete = host === '' || host === '*' || host.includes('.') || host.includes(':');
  return complete || namespace === undefined ? host : serviceHost(host, namespace, clusterDomain);
}

/** The host of a Kubernetes Service. */
export function serviceHost(name: string, namespace: string, clusterDomain: string): string {
  return `${name}.${namespace}.svc.${clusterDomain}`;
}
