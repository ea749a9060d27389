import { portMapProblems } from '../../../src/istio/admission/port-map-problems';

const places = (ports: unknown, labels: boolean) => portMapProblems(ports, labels, 'at').map(({ rule, refusedBy, path }) =>
  `${rule.slice('sidecar.md '.length)} ${refusedBy.join('+')} ${path}`);

test.each([
  [undefined, false, []],
  [null, false, []],
  ['8080', false, []],
  [{ 8080: { mode: 'STRICT' }, 9090: {} }, true, []],
  [{ 8080: { mode: 'STRICT' } }, false, ['A2 crd+webhook at']],
  [{}, true, ['A3 crd+webhook at']],
  [{}, false, ['A3 crd+webhook at']],
  [{ 8080: null }, true, ['A3 crd+webhook at']],
  [{ 'http': { mode: 'STRICT' }, '+80': {} }, true, ['A4 crd+webhook at.http', 'A4 webhook at["+80"]']],
  [{ 8080: { mode: 'MUTUAL' }, 0: { mode: 'on' } }, true, ['A4 crd+webhook at.0', 'A1 crd+webhook at.0.mode', 'A1 crd+webhook at.8080.mode']],
])('%j, selector with labels: %p', (ports, labels, expected) => {
  expect(places(ports, labels)).toEqual(expected);
});

test('messages', () => {
  expect(portMapProblems({}, true)[0].message).toBe('the port map is empty; name at least one port, or leave it out');
  expect(portMapProblems({ 80: {} }, false)[0].message)
    .toBe('port modes need a selector with labels; add matchLabels, or set the mode of the whole scope');
});
