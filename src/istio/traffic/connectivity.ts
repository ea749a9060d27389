import { EffectiveMode } from '../model/mode';
import { PortKind } from '../model/service';

/** Bytes on the wire. `istio-mtls`: mesh certificate and Istio's ALPN. `mesh-tls`: a certificate of the mesh CA without that ALPN. */
export type Wire = 'plaintext' | 'tls' | 'istio-mtls' | 'mesh-tls' | 'foreign-mtls' | 'foreign-tls';

/** What the application says inside. */
export type ApplicationProtocol = 'http' | 'http2' | 'tcp';

/** The user's own TLS on a Sidecar ingress port (sidecar.md G6). */
export type IngressTls = 'SIMPLE' | 'MUTUAL';

export interface InboundCall {
  readonly wire: Wire;
  readonly application: ApplicationProtocol;
}

export interface InboundPort {
  /** Ports that no Service or Sidecar declares are detected, like `auto` (ambient-and-traffic.md C5). */
  readonly kind: PortKind;
  readonly mode: EffectiveMode;
  readonly ingressTls?: IngressTls;
}

export type InboundResult = 'ok' | 'no-filter-chain' | 'mtls-required' | 'protocol-error';

export interface Inbound {
  readonly result: InboundResult;
  /** What the proxy took off before it handed the bytes on. */
  readonly terminates: 'mesh-mtls' | 'user-tls' | undefined;
  readonly rules: readonly string[];
}

/** What an inbound sidecar does with a connection (sidecar.md H, ambient-and-traffic.md C2-C6). */
export function inbound(port: InboundPort, call: InboundCall): Inbound {
  if (port.mode === 'DISABLE' && port.ingressTls !== undefined) return userTls(port, call);
  switch (port.mode) {
    case 'STRICT': return strict(port, call);
    case 'PERMISSIVE': return permissive(port, call);
    case 'DISABLE': return disable(port, call);
  }
}

function strict(port: InboundPort, call: InboundCall): Inbound {
  const rules = ['ambient-and-traffic.md C2'];
  if (call.wire === 'plaintext') return refused('no-filter-chain', rules);
  // any certificate of the mesh CA is enough, whatever the ALPN
  const trusted = call.wire === 'istio-mtls' || call.wire === 'mesh-tls';
  return trusted ? handedOn(port, call, 'mesh-mtls', rules) : refused('mtls-required', rules);
}

function permissive(port: InboundPort, call: InboundCall): Inbound {
  const rules = ['ambient-and-traffic.md C3'];
  switch (call.wire) {
    case 'plaintext': return handedOn(port, call, undefined, rules);
    case 'istio-mtls': return handedOn(port, call, 'mesh-mtls', rules);
    case 'foreign-mtls': return refused('mtls-required', rules);
    default: return port.kind === 'http' ? refused('no-filter-chain', rules) : passedThrough(rules);
  }
}

function disable(port: InboundPort, call: InboundCall): Inbound {
  const rules = ['ambient-and-traffic.md C4'];
  if (call.wire === 'plaintext') return handedOn(port, call, undefined, rules);
  return port.kind === 'http' ? refused('protocol-error', rules) : passedThrough(rules);
}

/** The protocol counts after TLS is taken off, so HTTPS is HTTP here. */
function userTls(port: InboundPort, call: InboundCall): Inbound {
  const rules = ['ambient-and-traffic.md C6'];
  if (call.wire === 'plaintext') return refused('no-filter-chain', rules);
  const wanted = port.ingressTls === 'SIMPLE' ? ['tls'] : ['foreign-tls', 'foreign-mtls'];
  return wanted.includes(call.wire) ? handedOn(port, call, 'user-tls', rules) : refused('mtls-required', rules);
}

function handedOn({ kind }: InboundPort, { application }: InboundCall, terminates: Inbound['terminates'], rules: readonly string[]): Inbound {
  // an HTTP port has an HTTP codec, which takes nothing else
  return kind === 'http' && application === 'tcp' ? refused('protocol-error', rules) : { result: 'ok', terminates, rules };
}

function passedThrough(rules: readonly string[]): Inbound {
  return { result: 'ok', terminates: undefined, rules };
}

function refused(result: InboundResult, rules: readonly string[]): Inbound {
  return { result, terminates: undefined, rules };
}
