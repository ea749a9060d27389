import { isAbsent } from './fields';
import { BOTH_GATES, Objection } from './objection';
import { shown } from './shown';
import { Mode, TlsMode } from '../model/mode';

export const MODES: readonly Mode[] = ['UNSET', 'DISABLE', 'PERMISSIVE', 'STRICT'];
export const TLS_MODES: readonly TlsMode[] = ['DISABLE', 'SIMPLE', 'MUTUAL', 'ISTIO_MUTUAL'];

/** What is wrong with the mode of a policy or of one of its ports; absent is UNSET. */
export function modeProblem(mode: unknown, path = ''): Objection | undefined {
  if (isAbsent(mode) || isOneOf(MODES, mode)) return undefined;
  const hint = isOneOf(TLS_MODES, mode) ? `${mode} is a client mode, for a DestinationRule; write` : 'write';
  return {
    rule: 'sidecar.md A1',
    refusedBy: BOTH_GATES,
    path,
    message: `mode ${shown(mode)} is unknown; ${hint} UNSET, DISABLE, PERMISSIVE or STRICT in upper case`,
  };
}

/** What is wrong with the mode of a `tls` block; absent is DISABLE. */
export function tlsModeProblem(mode: unknown, path = ''): Objection | undefined {
  if (isAbsent(mode) || isOneOf(TLS_MODES, mode)) return undefined;
  const hint = isOneOf(MODES, mode) ? `${mode} is a server mode, for a PeerAuthentication; write` : 'write';
  return {
    rule: 'sidecar.md B1',
    refusedBy: BOTH_GATES,
    path,
    message: `client TLS mode ${shown(mode)} is unknown; ${hint} DISABLE, SIMPLE, MUTUAL or ISTIO_MUTUAL in upper case`,
  };
}

function isOneOf(words: readonly string[], value: unknown): value is string {
  return (words as readonly unknown[]).includes(value);
}
