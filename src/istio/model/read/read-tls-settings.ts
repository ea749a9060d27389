import { readFlag, readOptionalFields, readText, readTexts, readWord } from './read-values';
import { Reading } from './reading';
import { TlsMode } from '../mode';
import { TlsSettings } from '../rule';

const TLS_MODES: readonly TlsMode[] = ['DISABLE', 'SIMPLE', 'MUTUAL', 'ISTIO_MUTUAL'];

/** A `tls` block; `undefined` when there is none. */
export function readTlsSettings(reading: Reading, value: unknown, path: string): TlsSettings | undefined {
  const tls = readOptionalFields(reading, value, path);
  if (tls === undefined) return undefined;
  const mode = readWord(reading, tls.mode, TLS_MODES, `${path}.mode`);
  const text = (field: string): string | undefined => {
    const given = tls[field];
    return given === undefined ? undefined : readText(reading, given, `${path}.${field}`);
  };
  return Object.freeze({
    // sidecar.md B1: the zero value of the enum.
    mode: mode ?? 'DISABLE',
    modeGiven: mode !== undefined,
    sni: text('sni'),
    subjectAltNames: readTexts(reading, tls.subjectAltNames, `${path}.subjectAltNames`),
    credentialName: text('credentialName'),
    clientCertificate: text('clientCertificate'),
    privateKey: text('privateKey'),
    caCertificates: text('caCertificates'),
    caCrl: text('caCrl'),
    insecureSkipVerify: readFlag(reading, tls.insecureSkipVerify, `${path}.insecureSkipVerify`),
  });
}
