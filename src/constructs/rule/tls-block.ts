import { isAbsent } from '../../istio/admission/fields';
import { shown } from '../../istio/admission/shown';
import { tlsProblems } from '../../istio/admission/tls-problems';
import { TlsMode } from '../../istio/model/mode';
import { MutualTlsOptions } from '../client-tls-options';
import { refuseAny } from '../values/refuse';

/** A `tls` block of a rule. */
export interface TlsBlock extends MutualTlsOptions {
  readonly mode: TlsMode;
}

const SERVER = ['sni', 'subjectAltNames'];
const SIMPLE = [...SERVER, 'caCertificates', 'caCrl', 'credentialName', 'insecureSkipVerify'];

/** Fields beside a mode that ignores them are admitted by Istio (sidecar.md B7, B8); here they cannot be written. */
const EFFECTIVE: Readonly<Record<TlsMode, readonly string[]>> = {
  DISABLE: [],
  SIMPLE,
  MUTUAL: [...SIMPLE, 'clientCertificate', 'privateKey'],
  ISTIO_MUTUAL: SERVER,
};

const INSTEAD: Readonly<Record<TlsMode, string>> = {
  DISABLE: 'plaintext has no TLS settings: leave it away, or choose another mode',
  SIMPLE: 'leave it away, or choose ClientTls.mutual',
  MUTUAL: 'leave it away',
  ISTIO_MUTUAL: 'the mesh provides the certificates: leave it away, or choose ClientTls.mutual',
};

/** The block without what was not given; throws when a field has no effect, or Istio refuses the combination. */
export function tlsBlock(mode: TlsMode, options: MutualTlsOptions): TlsBlock {
  const given = Object.entries(options).filter(([, value]) => !isAbsent(value));
  const useless = given.find(([field]) => !EFFECTIVE[mode].includes(field));
  if (useless !== undefined) throw new Error(`${useless[0]} ${shown(useless[1])} has no effect under ${mode}; ${INSTEAD[mode]}`);
  const block: TlsBlock = { mode, ...Object.fromEntries(given) };
  refuseAny(tlsProblems(block, undefined));
  return Object.freeze(block);
}
