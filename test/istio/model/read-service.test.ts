import { serviceAt } from './support/objects';
import { meshOf, problemsOf } from './support/snapshot-of';
import { Service } from '../../../src/istio/model/service';

function only(object: unknown): Service {
  const { services } = meshOf([object]);
  expect(services).toHaveLength(1);
  return services[0];
}

function portsOf(...ports: unknown[]) {
  return only(serviceAt('prod/a', { ports })).ports;
}

test('a Service without anything', () => {
  const { host, selector, type, headless, externalName, ports } = only(serviceAt('prod/a', undefined));
  expect({ host, selector: [...selector], type, headless, externalName, ports }).toEqual({
    host: 'a.prod.svc.cluster.local', selector: [], type: 'ClusterIP', headless: false, externalName: undefined, ports: [],
  });
});

test.each([
  ['headless', { clusterIP: 'None' }, 'ClusterIP', true, undefined],
  ['with an address', { clusterIP: '10.0.0.1' }, 'ClusterIP', false, undefined],
  ['LoadBalancer', { type: 'LoadBalancer' }, 'LoadBalancer', false, undefined],
  ['ExternalName', { type: 'ExternalName', externalName: 'db.example' }, 'ExternalName', false, 'db.example'],
])('%s', (_, spec, type, headless, externalName) => {
  const service = only(serviceAt('prod/a', spec));
  expect([service.type, service.headless, service.externalName]).toEqual([type, headless, externalName]);
});

test('a Service of the unknown namespace has no host', () => {
  expect(only(serviceAt('a', {})).host).toBeUndefined();
});

test('a port with all its fields', () => {
  expect(portsOf({ name: 'http-web', port: 80, targetPort: 'web', nodePort: 30080, protocol: 'TCP' })).toEqual([
    { name: 'http-web', number: 80, protocol: 'HTTP', kind: 'http', targetPort: 'web', nodePort: 30080 },
  ]);
});

test('appProtocol goes before the name', () => {
  expect(portsOf({ name: 'tcp-x', port: 80, appProtocol: 'kubernetes.io/h2c' }).map(({ protocol, kind }) => [protocol, kind])).toEqual([['HTTP2', 'http']]);
});

test.each([
  ['absent', undefined, undefined],
  ['null', null, undefined],
  ['a number', 8080, 8080],
  ['a name', 'web', 'web'],
  ['0, the zero value', 0, undefined],
  ['an empty text, the zero value', '', undefined],
])('targetPort: %s', (_, targetPort, expected) => {
  expect(portsOf({ port: 80, targetPort })[0].targetPort).toBe(expected);
  expect(problemsOf([serviceAt('prod/a', { ports: [{ port: 80, targetPort }] })])).toEqual([]);
});

test('UDP and SCTP ports are no ports of the mesh', () => {
  expect(portsOf({ port: 53, protocol: 'UDP' }, { port: 99, protocol: 'SCTP' }, { port: 53, protocol: 'TCP' }).map(port => port.number)).toEqual([53]);
});

test.each([
  ['digits as target', { port: 80, targetPort: '8080' }, [[80, 8080]],
    ['spec.ports[0].targetPort: expected a port number or a name with a letter, got "8080"; remove the quotes']],
  ['a quoted port', { port: '80' }, [[80, undefined]], ['spec.ports[0].port: expected a port from 1 to 65535, got "80"; remove the quotes']],
  ['a port out of range', { port: 70000 }, [], ['spec.ports[0].port: expected a port from 1 to 65535, got 70000']],
  ['no port', {}, [], ['spec.ports[0].port: the Service port has no number; write port']],
  ['a text', 'http', [], ['spec.ports[0]: expected an object, got "http"']],
  ['a bad target', { port: 80, targetPort: true }, [[80, undefined]], ['spec.ports[0].targetPort: expected a port from 1 to 65535, got true']],
  ['a bad name', { port: 80, name: 5 }, [[80, undefined]], ['spec.ports[0].name: expected a text, got 5; quote it']],
])('problem: %s', (_, port, ports, problems) => {
  expect(portsOf(port).map(({ number, targetPort }) => [number, targetPort])).toEqual(ports);
  expect(problemsOf([serviceAt('prod/a', { ports: [port] })])).toEqual(problems);
});

test('a Knative Service is no Kubernetes Service', () => {
  const mesh = meshOf([{ ...serviceAt('prod/a', {}), apiVersion: 'serving.knative.dev/v1' }, { ...serviceAt('prod/b', {}), apiVersion: 'example.com/v1' }]);
  expect(mesh.services).toEqual([]);
});
