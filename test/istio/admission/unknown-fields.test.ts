import { unknownFields } from '../../../src/istio/admission/unknown-fields';

test.each([
  [undefined, []],
  ['text', []],
  [{ kind: 'Service', spec: { any: 5 } }, []],
  [{ kind: 'PeerAuthentication', apiVersion: 'v1', metadata: { any: 5 }, status: { any: 5 }, spec: {} }, []],
  [{ kind: 'PeerAuthentication', spec: { selector: { matchLabels: { any: 'a', __proto: 'a' } }, portLevelMtls: { 80: { mode: 'STRICT' } } } }, []],
  [{ kind: 'PeerAuthentication', Spec: {}, data: 5 }, ['Spec', 'data']],
  [{ kind: 'PeerAuthentication', spec: { mtls: { Mode: 'STRICT' }, portLevelMtls: { 80: { tls: 5 } }, peers: [{ mtls: {} }] } },
    ['spec.mtls.Mode', 'spec.portLevelMtls.80.tls', 'spec.peers']],
  [{ kind: 'PeerAuthentication', spec: { mtls: 'STRICT', selector: { matchLabels: { a: { b: 5 } } } } }, []],
  [{ kind: 'PeerAuthentication', spec: { 'constructor': 5, 'a.b': 5 } }, ['spec.constructor', 'spec["a.b"]']],
  [{ kind: 'DestinationRule', spec: { host: 'a', name: 'b', subsets: [{ name: 'v1', api: 'x' }, 5], trafficPolicy: { tls: { sans: [] } } } },
    ['spec.name', 'spec.subsets[0].api', 'spec.trafficPolicy.tls.sans']],
])('%j', (object, expected) => {
  expect(unknownFields(object)).toEqual(expected);
});
