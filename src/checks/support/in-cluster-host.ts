import { Profile } from '../../istio/model/profile';

/** A host of the form `<name>.<namespace>.svc.<cluster domain>`; the name may be `*`. */
export interface InClusterHost {
  readonly name: string;
  readonly namespace: string;
}

/** What the host says, if it has this form. */
export function inClusterHost(host: string, { clusterDomain }: Profile): InClusterHost | undefined {
  const suffix = `.svc.${clusterDomain}`;
  if (!host.endsWith(suffix)) { return undefined; }
  const [name, namespace, ...more] = host.slice(0, -suffix.length).split('.');
  return name === '' || namespace === undefined || namespace === '' || more.length > 0 ? undefined : { name, namespace };
}

/** As a host: any service of the namespace that no rule names (sidecar.md D2). */
export function anyServiceOf(namespace: string, { clusterDomain }: Profile): string {
  return `*.${namespace}.svc.${clusterDomain}`;
}

/** As a host: any service of any namespace. */
export function anyService({ clusterDomain }: Profile): string {
  return `*.svc.${clusterDomain}`;
}

/** Whether a wildcard rule host covers all of another wildcard, or one host: plain text, no dot boundary (sidecar.md D2). */
export function covers(wildcard: string, host: string): boolean {
  return wildcard.startsWith('*') && host.length >= wildcard.length && host.endsWith(wildcard.slice(1));
}
