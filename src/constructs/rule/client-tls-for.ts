import { TlsMode } from '../../istio/model/mode';
import { MtlsMode } from '../mtls-mode';

/** What clients have to send so that a port of this mode takes it. */
export function clientTlsFor(mode: MtlsMode | undefined): TlsMode {
  if (mode === undefined || mode === MtlsMode.UNSET) {
    throw new Error('a paired rule cannot agree with mode UNSET, which is inherited and not known here; give the policy a mode, or write the rule with MtlsDestinationRule');
  }
  return mode === MtlsMode.DISABLE ? 'DISABLE' : 'ISTIO_MUTUAL';
}
