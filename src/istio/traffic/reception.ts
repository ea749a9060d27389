import { Arrival } from './arrival';
import { inbound, Inbound } from './connectivity';
import { Outcome, Reception, Refusal } from './traffic-answer';
import { TrafficCall, TrafficServer } from './traffic-question';
import { EffectiveMode } from '../model/mode';

const REFUSALS: Readonly<Record<Exclude<Inbound['result'], 'ok'>, Refusal>> = {
  'no-filter-chain': 'no-filter-chain',
  'mtls-required': 'tls-handshake',
  'protocol-error': 'http-codec',
};

/** A sidecar takes the connection (ambient-and-traffic.md C2-C7, B4). */
export function atSidecar(server: TrafficServer, mode: EffectiveMode, arrival: Arrival, call: TrafficCall): Reception {
  // behind the tunnel no mTLS is asked for, whatever the mode
  const port = arrival.hbone ? { kind: server.portKind, mode: 'DISABLE' as const } : { kind: server.portKind, mode, ingressTls: server.ingressTls };
  if (!arrival.hbone && stalls(server, mode, arrival)) return stalled();
  const { result, terminates, rules } = inbound(port, { wire: arrival.wire, application: call.application });
  const used = arrival.hbone ? ['ambient-and-traffic.md B4'] : rules;
  if (result !== 'ok') return refused(REFUSALS[result], used);
  if (arrival.hbone) return received('mtls', true, used);
  if (terminates === 'mesh-mtls') return received('mtls', true, used);
  if (terminates === 'user-tls') return received('tls-terminated', true, used);
  return arrival.wire === 'plaintext' ? received('plaintext', true, used) : passedThrough(arrival, used);
}

/** ztunnel takes the connection (ambient-and-traffic.md A1, A2). */
export function atAmbient(mode: EffectiveMode, arrival: Arrival): Reception {
  const rules = ['ambient-and-traffic.md A1'];
  if (arrival.hbone) return arrival.userTls ? received('tls-passthrough', undefined, rules) : received('mtls', true, rules);
  return mode === 'STRICT' ? refused('ztunnel', rules) : atApplication(arrival, undefined, rules);
}

/** Nobody stands before the application (ambient-and-traffic.md D, column "no proxy"). */
export function atApplication(arrival: Arrival, ownIdentity: string | undefined, rules: readonly string[]): Reception {
  if (arrival.wire === 'plaintext') return received('plaintext', true, rules);
  const meshClient = arrival.wire === 'istio-mtls' || arrival.wire === 'foreign-mtls';
  if (!meshClient) return passedThrough(arrival, rules);
  return ownIdentity === undefined ? refused('application', rules) : received('mtls', true, rules);
}

export function received(outcome: Outcome, delivered: boolean | undefined, rules: readonly string[]): Reception {
  return { outcome, delivered, refusal: undefined, rules };
}

export function refused(refusal: Refusal, rules: readonly string[]): Reception {
  return { outcome: 'refused', delivered: false, refusal, rules };
}

export function stalled(): Reception {
  return received('stalled', false, ['ambient-and-traffic.md C7']);
}

/** Applications do not know mesh mTLS; of other TLS nobody can tell. */
function passedThrough(arrival: Arrival, rules: readonly string[]): Reception {
  const meshClient = arrival.wire === 'istio-mtls' || arrival.wire === 'foreign-mtls';
  return received('tls-passthrough', meshClient ? false : undefined, rules);
}

/** The proxy waits for the client's first bytes to tell TLS, or HTTP, from the rest. */
function stalls(server: TrafficServer, mode: EffectiveMode, arrival: Arrival): boolean {
  const waits = mode === 'PERMISSIVE' || (mode === 'DISABLE' && server.portKind === 'auto');
  return server.serverFirst && arrival.wire === 'plaintext' && waits;
}
