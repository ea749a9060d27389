import { isCaptured } from '../../../src/istio/traffic/captured-ports';
import { labels } from '../rule-selection/support/mesh-of';

const EXCLUDE = 'traffic.sidecar.istio.io/excludeInboundPorts';
const INCLUDE = 'traffic.sidecar.istio.io/includeInboundPorts';

test.each<readonly [string, Readonly<Record<string, string>>, number, boolean]>([
  ['any port', {}, 8080, true],
  ['the status port', {}, 15020, false],
  ['the health port', {}, 15021, false],
  ['the metrics port of Envoy', {}, 15090, false],
  ['another status port', { 'status.sidecar.istio.io/port': '16020' }, 16020, false],
  ['... frees the usual one', { 'status.sidecar.istio.io/port': '16020' }, 15020, true],
  ['an excluded port', { [EXCLUDE]: '8080' }, 8080, false],
  ['one of several', { [EXCLUDE]: '9090, 8080' }, 8080, false],
  ['not part of a number', { [EXCLUDE]: '18080,808' }, 8080, true],
  ['included', { [INCLUDE]: '8080,9090' }, 8080, true],
  ['not included', { [INCLUDE]: '9090' }, 8080, false],
  ['nothing included', { [INCLUDE]: '' }, 8080, false],
  ['everything included', { [INCLUDE]: '*' }, 8080, true],
  ['included and excluded', { [INCLUDE]: '*', [EXCLUDE]: '8080' }, 8080, false],
  ['no redirection at all', { 'sidecar.istio.io/interceptionMode': 'NONE' }, 8080, false],
  ['another way of redirection', { 'sidecar.istio.io/interceptionMode': 'TPROXY' }, 8080, true],
])('isCaptured: %s', (_, annotations, workloadPort, expected) => {
  expect(isCaptured(labels(annotations), workloadPort)).toBe(expected);
});
