import { Node } from './node';
import { readFlag, readText, readTexts, readWord } from './read-values';
import { TlsMode } from '../mode';
import { TlsSettings } from '../rule';

const TLS_MODES: readonly TlsMode[] = ['DISABLE', 'SIMPLE', 'MUTUAL', 'ISTIO_MUTUAL'];

/** A `tls` block; `undefined` when there is none. */
export function readTlsSettings(tls: Node | undefined): TlsSettings | undefined {
  if (tls === undefined) return undefined;
  const mode = readWord(tls, 'mode', TLS_MODES);
  return Object.freeze({
    // sidecar.md B1: the zero value of the enum.
    mode: mode ?? 'DISABLE',
    modeGiven: mode !== undefined,
    sni: readText(tls, 'sni'),
    subjectAltNames: readTexts(tls, 'subjectAltNames'),
    credentialName: readText(tls, 'credentialName'),
    clientCertificate: readText(tls, 'clientCertificate'),
    privateKey: readText(tls, 'privateKey'),
    caCertificates: readText(tls, 'caCertificates'),
    caCrl: readText(tls, 'caCrl'),
    insecureSkipVerify: readFlag(tls, 'insecureSkipVerify'),
  });
}
