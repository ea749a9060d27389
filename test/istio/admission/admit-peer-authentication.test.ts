import { admitPeerAuthentication } from '../../../src/istio/admission/admit-peer-authentication';
import { Objection } from '../../../src/istio/admission/objection';

const policy = (spec: unknown, metadata: unknown = { name: 'a', namespace: 'bar' }) =>
  ({ apiVersion: 'security.istio.io/v1', kind: 'PeerAuthentication', metadata, spec });
const selector = { matchLabels: { app: 'a' } };
const lines = (objections: readonly Objection[]) => objections.map(({ rule, refusedBy, path }) => `${rule} ${refusedBy.join('+')} ${path}`);

describe('admitted', () => {
  test.each([
    ['nothing said', policy({})],
    ['spec absent', policy(undefined)],
    ['spec null', policy(null)],
    ['no metadata', { kind: 'PeerAuthentication', spec: { mtls: { mode: 'STRICT' } } }],
    ['every mode', policy({ selector, mtls: {}, portLevelMtls: { 1: {}, 2: { mode: 'UNSET' }, 65535: { mode: 'DISABLE' } } })],
    ['null mode', policy({ mtls: { mode: null } })],
    ['a label key that no pod can carry', policy({ selector: { matchLabels: { 'not a label!': 'b' } } })],
    ['unknown fields', policy({ mtls: { mode: 'STRICT', strict: true }, peers: [] })],
    ['any name', policy({ mtls: { mode: 'STRICT' } }, { name: 'Not A Name', namespace: 'x' })],
    ['status of any shape', { ...policy({}), status: { conditions: 5 } }],
  ])('%s', (_, object) => {
    expect(admitPeerAuthentication(object)).toEqual({ refusals: [], warnings: [] });
  });
});

describe('refused', () => {
  test.each([
    [undefined, ['sidecar.md A crd+webhook ']],
    ['text', ['sidecar.md A crd+webhook ']],
    [[], ['sidecar.md A crd+webhook ']],
    [policy('STRICT'), ['sidecar.md A crd+webhook spec']],
    [policy({ mtls: { mode: 'on' } }), ['sidecar.md A1 crd+webhook spec.mtls.mode']],
    [policy({ mtls: [] }), ['sidecar.md A crd+webhook spec.mtls']],
    [policy({ portLevelMtls: { 80: { mode: 'STRICT' } } }), ['sidecar.md A2 crd+webhook spec.portLevelMtls']],
    [policy({ selector: { matchLabels: {} }, portLevelMtls: { 80: {} } }), ['sidecar.md A2 crd+webhook spec.portLevelMtls']],
    [policy({ selector: { matchLabels: { app: null } }, portLevelMtls: { 80: {} } }), ['sidecar.md A2 crd+webhook spec.portLevelMtls']],
    [policy({ selector, portLevelMtls: {} }), ['sidecar.md A3 crd+webhook spec.portLevelMtls']],
    [policy({ portLevelMtls: {} }), ['sidecar.md A3 crd+webhook spec.portLevelMtls']],
    [policy({ selector, portLevelMtls: { '080': { mode: 'on' } } }),
      ['sidecar.md A4 webhook spec.portLevelMtls.080', 'sidecar.md A1 crd+webhook spec.portLevelMtls.080.mode']],
    [policy({ selector, portLevelMtls: { 80: 'STRICT' } }), ['sidecar.md A crd+webhook spec.portLevelMtls.80']],
    [policy({ selector: { matchLabels: { 'app': 'a*', 'b*': 'c', '': 'd' } } }), [
      'sidecar.md A6 crd+webhook spec.selector.matchLabels.app',
      'sidecar.md A6 crd+webhook spec.selector.matchLabels',
      'sidecar.md A6 crd+webhook spec.selector.matchLabels',
    ]],
    [policy({ selector: { matchLabels: { app: 'x'.repeat(64) } } }), ['sidecar.md A7 crd spec.selector.matchLabels.app']],
    [policy({ selector: { matchLabels: { app: 5 } } }), ['sidecar.md A6 crd+webhook spec.selector.matchLabels.app']],
    [policy({}, { name: 'a', annotations: { 'istio.io/dry-run': 'true', 'internal.istio.io/parents': '' } }), [
      'sidecar.md A9 webhook metadata.annotations["istio.io/dry-run"]',
      'sidecar.md A9 webhook metadata.annotations["internal.istio.io/parents"]',
    ]],
  ])('%j', (object, expected) => {
    expect(lines(admitPeerAuthentication(object).refusals)).toEqual(expected);
  });

  test('the manifest itself', () => {
    expect(admitPeerAuthentication('text').refusals[0].message).toBe('the manifest is "text"; write an object of kind PeerAuthentication');
  });
});

describe('warned about', () => {
  test.each([
    [{ selector: {} }, ['sidecar.md A5 webhook spec.selector']],
    [{ selector: { matchLabels: {} }, mtls: { mode: 'STRICT' } }, ['sidecar.md A5 webhook spec.selector']],
    [{ selector: null }, []],
    [{ selector }, []],
  ])('%j', (spec, expected) => {
    const { refusals, warnings } = admitPeerAuthentication(policy(spec));
    expect(refusals).toEqual([]);
    expect(lines(warnings)).toEqual(expected);
  });
});
