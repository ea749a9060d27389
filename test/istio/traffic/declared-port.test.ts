import { deployment, service, serviceEntry } from './support/objects';
import { declaredPort } from '../../../src/istio/traffic/declared-port';
import { labels, meshOf, objectAt, Written } from '../rule-selection/support/mesh-of';

const REVIEWS = deployment('prod/reviews');
const sidecar = (spec: Written) => objectAt('networking.istio.io/v1', 'Sidecar', 'prod/reviews', spec);
const listener = (number: number, protocol: string | undefined, tls?: Written) => ({ port: { number, protocol, name: 'x' }, defaultEndpoint: '127.0.0.1:9999', tls });

function told(objects: readonly Written[], workloadPort: number, address?: string): string {
  const mesh = meshOf(objects);
  const [workload] = mesh.workloads;
  const { kind, declared, userTls } = declaredPort(mesh, {
    namespace: 'prod', podLabels: labels({ app: 'reviews' }), containerPorts: workload?.containerPorts ?? [], address,
  }, workloadPort);
  return `${kind}${declared ? ' declared' : ''}${userTls === undefined ? '' : ` ${userTls.tls} as ${userTls.kind}`}`;
}

test.each<readonly [string, readonly Written[], number, string, string?]>([
  ['nobody declares it', [REVIEWS], 8080, 'auto'],
  ['a Service by the name of the container port', [REVIEWS, service('prod/reviews')], 8080, 'http declared'],
  ['the Service port is not the workload port', [REVIEWS, service('prod/reviews')], 80, 'auto'],
  ['a Service without target port', [service('prod/reviews', { ports: [{ name: 'tcp', port: 80 }] })], 80, 'tcp declared'],
  ['a Service of other pods', [service('prod/reviews', { selector: { app: 'other' }, ports: [{ name: 'tcp', port: 80 }] })], 80, 'auto'],
  [
    'G5: the oldest Service decides',
    [
      service('prod/a', { selector: { app: 'reviews' }, ports: [{ name: 'http', port: 80 }] }, '2024-06-01T00:00:00Z'),
      service('prod/b', { selector: { app: 'reviews' }, ports: [{ name: 'tcp', port: 80 }] }, '2024-01-01T00:00:00Z'),
    ],
    80,
    'tcp declared',
  ],
  ['G3: a Sidecar with listeners hides Services', [REVIEWS, service('prod/reviews'), sidecar({ ingress: [listener(9090, 'TCP')] })], 8080, 'auto'],
  ['G1: the port of the listener, not its default endpoint', [sidecar({ ingress: [listener(9090, 'TCP')] })], 9090, 'tcp declared'],
  ['... not its default endpoint', [sidecar({ ingress: [listener(9090, 'TCP')] })], 9999, 'auto'],
  ['a listener without protocol is detected', [sidecar({ ingress: [listener(9090, undefined)] })], 9090, 'auto declared'],
  ['a Sidecar without listeners hides nothing', [REVIEWS, service('prod/reviews'), sidecar({ egress: [{ hosts: ['./*'] }] })], 8080, 'http declared'],
  ['G6: user TLS', [sidecar({ ingress: [listener(9090, 'HTTPS', { mode: 'SIMPLE' })] })], 9090, 'tcp declared SIMPLE as http'],
  ['G6: user TLS, mutual', [sidecar({ ingress: [listener(80, 'HTTP'), listener(9090, 'TLS', { mode: 'MUTUAL' })] })], 9090, 'tcp declared MUTUAL as tcp'],
  [
    'a ServiceEntry that selects the pods',
    [serviceEntry('prod/x', { hosts: ['x.com'], workloadSelector: { labels: { app: 'reviews' } }, ports: [{ name: 'a', number: 80, protocol: 'HTTP', targetPort: 8080 }] })],
    8080,
    'http declared',
  ],
  [
    'a ServiceEntry that selects others',
    [serviceEntry('prod/x', { hosts: ['x.com'], workloadSelector: { labels: { app: 'other' } }, ports: [{ name: 'a', number: 80, protocol: 'HTTP' }] })],
    80,
    'auto',
  ],
  [
    'a ServiceEntry that lists the address',
    [serviceEntry('prod/x', { hosts: ['x.com'], endpoints: [{ address: '1.1.1.1', ports: { a: 8080 } }], ports: [{ name: 'a', number: 80, protocol: 'HTTP' }] })],
    8080,
    'http declared',
    '1.1.1.1',
  ],
  [
    'a ServiceEntry that lists another address',
    [serviceEntry('prod/x', { hosts: ['x.com'], endpoints: [{ address: '2.2.2.2' }], ports: [{ name: 'a', number: 80, protocol: 'HTTP' }] })],
    80,
    'auto',
    '1.1.1.1',
  ],
  [
    'a ServiceEntry of another namespace',
    [serviceEntry('shop/x', { hosts: ['x.com'], endpoints: [{ address: '1.1.1.1' }], ports: [{ name: 'a', number: 80, protocol: 'HTTP' }] })],
    80,
    'auto',
    '1.1.1.1',
  ],
])('declaredPort: %s', (...row) => {
  const [, objects, workloadPort, expected, address] = row as [string, readonly Written[], number, string, string?];
  expect(told(objects, workloadPort, address)).toBe(expected);
});
