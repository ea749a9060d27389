import { ClientCertificate } from './traffic-question';
import { Profile } from '../model/profile';
import { TlsSettings } from '../model/rule';

const SPIFFE = /^spiffe:\/\/([^/]+)\//;

/** Whether mesh servers take a client certificate: the mesh CA, and a trust domain of the mesh (ambient-and-traffic.md C2). */
export function isTrusted(certificate: ClientCertificate, profile: Profile, aliases: readonly string[]): boolean {
  const { issuedByMesh, trustDomain } = certificate;
  return issuedByMesh && (trustDomain === undefined || trustDomains(profile, aliases).includes(trustDomain));
}

/**
 * Whether a client takes the server's name in mesh mTLS (sidecar.md E6): one of the rule's `subjectAltNames`, or else an account of the
 * service in any trust domain of the mesh.
 */
export function takesServerName(identity: string, tls: TlsSettings | undefined, profile: Profile, aliases: readonly string[]): boolean {
  if (tls !== undefined && tls.subjectAltNames.length > 0) return tls.subjectAltNames.includes(identity);
  const trustDomain = SPIFFE.exec(identity)?.[1];
  return trustDomain === undefined || trustDomains(profile, aliases).includes(trustDomain);
}

function trustDomains(profile: Profile, aliases: readonly string[]): readonly string[] {
  return [profile.trustDomain, ...aliases];
}
