import { EffectiveMode } from '../../../src/istio/model/mode';
import { PortKind } from '../../../src/istio/model/service';
import { ApplicationProtocol, inbound, IngressTls, Wire } from '../../../src/istio/traffic/connectivity';

const WIRES: readonly Wire[] = ['plaintext', 'istio-mtls', 'mesh-tls', 'tls', 'foreign-mtls', 'foreign-tls'];

/** One word for each of WIRES: `ok`, `mtls` (mesh mTLS taken off), `user` (user TLS taken off), `chain`, `cert`, `codec`. */
function row(mode: EffectiveMode, kind: PortKind, application: ApplicationProtocol, ingressTls?: IngressTls): string {
  const words = { 'no-filter-chain': 'chain', 'mtls-required': 'cert', 'protocol-error': 'codec' };
  return WIRES.map((wire) => {
    const { result, terminates } = inbound({ kind, mode, ingressTls }, { wire, application });
    if (result !== 'ok') return words[result];
    return terminates === undefined ? 'ok' : terminates === 'mesh-mtls' ? 'mtls' : 'user';
  }).join(' ');
}

//                                                            plain istio mesh tls foreign-mtls foreign-tls
const rows: readonly (readonly [EffectiveMode, PortKind, ApplicationProtocol, string])[] = [
  ['STRICT', 'http', 'http', 'chain mtls mtls cert cert cert'],
  ['STRICT', 'http', 'http2', 'chain mtls mtls cert cert cert'],
  ['STRICT', 'http', 'tcp', 'chain codec codec cert cert cert'],
  ['STRICT', 'tcp', 'http', 'chain mtls mtls cert cert cert'],
  ['STRICT', 'tcp', 'tcp', 'chain mtls mtls cert cert cert'],
  ['STRICT', 'auto', 'tcp', 'chain mtls mtls cert cert cert'],
  ['PERMISSIVE', 'http', 'http', 'ok mtls chain chain cert chain'],
  ['PERMISSIVE', 'http', 'tcp', 'codec codec chain chain cert chain'],
  ['PERMISSIVE', 'tcp', 'http', 'ok mtls ok ok cert ok'],
  ['PERMISSIVE', 'tcp', 'tcp', 'ok mtls ok ok cert ok'],
  ['PERMISSIVE', 'auto', 'http2', 'ok mtls ok ok cert ok'],
  ['DISABLE', 'http', 'http', 'ok codec codec codec codec codec'],
  ['DISABLE', 'http', 'tcp', 'codec codec codec codec codec codec'],
  ['DISABLE', 'tcp', 'http', 'ok ok ok ok ok ok'],
  ['DISABLE', 'auto', 'tcp', 'ok ok ok ok ok ok'],
];

test.each(rows)('inbound: %s %s port, %s application', (mode, kind, application, expected) => {
  expect(row(mode, kind, application)).toBe(expected);
});

test.each<readonly [EffectiveMode, IngressTls, PortKind, ApplicationProtocol, string]>([
  ['DISABLE', 'SIMPLE', 'http', 'http', 'chain cert cert user cert cert'],
  ['DISABLE', 'SIMPLE', 'http', 'tcp', 'chain cert cert codec cert cert'],
  ['DISABLE', 'SIMPLE', 'tcp', 'tcp', 'chain cert cert user cert cert'],
  ['DISABLE', 'MUTUAL', 'http', 'http', 'chain cert cert cert user user'],
  ['STRICT', 'MUTUAL', 'http', 'http', 'chain mtls mtls cert cert cert'],
  ['PERMISSIVE', 'SIMPLE', 'tcp', 'tcp', 'ok mtls ok ok cert ok'],
])('inbound with user TLS: %s, %s, %s port, %s application', (mode, ingressTls, kind, application, expected) => {
  expect(row(mode, kind, application, ingressTls)).toBe(expected);
});

test('inbound cites its rule', () => {
  const cited = (mode: EffectiveMode, ingressTls?: IngressTls) => inbound({ kind: 'http', mode, ingressTls }, { wire: 'plaintext', application: 'http' }).rules;
  expect([cited('STRICT'), cited('PERMISSIVE'), cited('DISABLE'), cited('DISABLE', 'SIMPLE')].flat())
    .toEqual(['C2', 'C3', 'C4', 'C6'].map((rule) => `ambient-and-traffic.md ${rule}`));
});
