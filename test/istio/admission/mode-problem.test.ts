import { modeProblem, tlsModeProblem } from '../../../src/istio/admission/mode-problem';

const admitted = (mode: unknown) => [modeProblem(mode, 'here'), tlsModeProblem(mode, 'here')].map(problem => problem === undefined);

describe('mode words: [server side, client side]', () => {
  test.each([
    [undefined, [true, true]],
    [null, [true, true]],
    ['DISABLE', [true, true]],
    ['UNSET', [true, false]],
    ['PERMISSIVE', [true, false]],
    ['STRICT', [true, false]],
    ['SIMPLE', [false, true]],
    ['MUTUAL', [false, true]],
    ['ISTIO_MUTUAL', [false, true]],
    ['strict', [false, false]],
    ['', [false, false]],
    [3, [false, false]],
    [{}, [false, false]],
    ['constructor', [false, false]],
  ])('%p', (mode, expected) => {
    expect(admitted(mode)).toEqual(expected);
  });
});

test('objections', () => {
  expect(modeProblem('ISTIO_MUTUAL', 'here')).toEqual({
    rule: 'sidecar.md A1',
    refusedBy: ['crd', 'webhook'],
    path: 'here',
    message: 'mode "ISTIO_MUTUAL" is unknown; ISTIO_MUTUAL is a client mode, for a DestinationRule; write UNSET, DISABLE, PERMISSIVE or STRICT in upper case',
  });
  expect(modeProblem('on')?.message).toBe('mode "on" is unknown; write UNSET, DISABLE, PERMISSIVE or STRICT in upper case');
  expect(tlsModeProblem('STRICT', 'here')).toEqual({
    rule: 'sidecar.md B1',
    refusedBy: ['crd', 'webhook'],
    path: 'here',
    message: 'client TLS mode "STRICT" is unknown; STRICT is a server mode, for a PeerAuthentication; '
      + 'write DISABLE, SIMPLE, MUTUAL or ISTIO_MUTUAL in upper case',
  });
});
