import { objectAt } from './support/objects';
import { meshOf, problemsOf } from './support/snapshot-of';
import { CallerReference } from '../../../src/istio/model/surroundings';

const SERVICE = { namespace: 'ops', name: 'hook', port: 8443 };
const TARGET = { namespace: 'ops', service: 'hook', servicePort: 8443 };

function callers(object: unknown): readonly CallerReference[] {
  return meshOf([object]).callers;
}

test.each(['ValidatingWebhookConfiguration', 'MutatingWebhookConfiguration'])('%s', kind => {
  const webhooks = [{ clientConfig: { service: SERVICE } }, { clientConfig: { url: 'https://x' } }, {}, { clientConfig: { service: { namespace: 'ops', name: 'b' } } }];
  const object = { apiVersion: 'admissionregistration.k8s.io/v1', kind, metadata: { name: 'w', namespace: 'ignored' }, webhooks };
  const [{ caller, namespace, targets }] = callers(object);
  expect([caller, namespace]).toEqual(['admission-webhook', undefined]);
  expect(targets).toEqual([
    { ...TARGET, path: 'webhooks[0].clientConfig.service' },
    { namespace: 'ops', service: 'b', servicePort: undefined, path: 'webhooks[3].clientConfig.service' },
  ]);
});

test.each([
  ['v1', { conversion: { strategy: 'Webhook', webhook: { clientConfig: { service: SERVICE } } } }, 'spec.conversion.webhook.clientConfig.service'],
  ['v1beta1', { conversion: { strategy: 'Webhook', webhookClientConfig: { service: SERVICE } } }, 'spec.conversion.webhookClientConfig.service'],
])('CRD conversion %s', (version, spec, path) => {
  const [{ caller, targets }] = callers(objectAt(`apiextensions.k8s.io/${version}`, 'CustomResourceDefinition', 'c', spec));
  expect([caller, targets]).toEqual(['conversion-webhook', [{ ...TARGET, path }]]);
});

test('an APIService', () => {
  const [{ caller, targets }] = callers(objectAt('apiregistration.k8s.io/v1', 'APIService', 'v1.metrics', { service: SERVICE }));
  expect([caller, targets]).toEqual(['api-service', [{ ...TARGET, path: 'spec.service' }]]);
});

test('a port that is neither number nor name counts as absent', () => {
  const [{ targets }] = callers(objectAt('apiregistration.k8s.io/v1', 'APIService', 'v1.metrics', { service: { ...SERVICE, port: {} } }));
  expect(targets).toEqual([{ ...TARGET, servicePort: undefined, path: 'spec.service' }]);
});

test.each([
  ['an APIService of the API server itself', objectAt('apiregistration.k8s.io/v1', 'APIService', 'v1.apps', { service: null })],
  ['a CRD without conversion', objectAt('apiextensions.k8s.io/v1', 'CustomResourceDefinition', 'c', { conversion: { strategy: 'None' } })],
  ['a service reference without name', objectAt('apiregistration.k8s.io/v1', 'APIService', 'v1.x', { service: { namespace: 'ops' } })],
  ['an Ingress without backends', objectAt('networking.k8s.io/v1', 'Ingress', 'prod/i', { rules: [{ host: 'a' }, { http: { paths: [{}] } }] })],
  ['a route without backends', objectAt('gateway.networking.k8s.io/v1', 'HTTPRoute', 'prod/r', { rules: [{}] })],
])('%s calls nobody', (_, object) => {
  expect(callers(object)).toEqual([]);
  expect(problemsOf([object])).toEqual([]);
});

test('an Ingress', () => {
  const paths = [{ backend: { service: { name: 'a', port: { number: 80 } } } }, { backend: { service: { name: 'b', port: { name: 'web' } } } }];
  const spec = { ingressClassName: 'nginx', defaultBackend: { service: { name: 'c' } }, rules: [{ http: { paths } }] };
  const [{ caller, className, namespace, targets }] = callers(objectAt('networking.k8s.io/v1', 'Ingress', 'prod/i', spec));
  expect([caller, className, namespace]).toEqual(['ingress', 'nginx', 'prod']);
  expect(targets).toEqual([
    { namespace: 'prod', service: 'c', servicePort: undefined, path: 'spec.defaultBackend.service' },
    { namespace: 'prod', service: 'a', servicePort: 80, path: 'spec.rules[0].http.paths[0].backend.service' },
    { namespace: 'prod', service: 'b', servicePort: 'web', path: 'spec.rules[0].http.paths[1].backend.service' },
  ]);
});

test('an old Ingress', () => {
  const object = {
    apiVersion: 'extensions/v1beta1',
    kind: 'Ingress',
    metadata: { name: 'i', namespace: 'prod', annotations: { 'kubernetes.io/ingress.class': 'traefik' } },
    spec: { backend: { serviceName: 'c', servicePort: 'http' }, rules: [{ http: { paths: [{ backend: { serviceName: 'a', servicePort: 80 } }] } }] },
  };
  const [{ className, targets }] = callers(object);
  expect(className).toBe('traefik');
  expect(targets).toEqual([
    { namespace: 'prod', service: 'c', servicePort: 'http', path: 'spec.backend' },
    { namespace: 'prod', service: 'a', servicePort: 80, path: 'spec.rules[0].http.paths[0].backend' },
  ]);
});

test.each(['HTTPRoute', 'GRPCRoute', 'TCPRoute', 'TLSRoute'])('a %s', kind => {
  const backendRefs = [
    { name: 'a', port: 80 }, { name: 'b', namespace: 'shop', kind: 'Service', group: '', port: 81 }, { name: 'c', kind: 'Bucket' }, { name: 'd', group: 'x.io' }, {},
  ];
  const parentRefs = [{ name: 'gw' }, { kind: 'Service', name: 's', namespace: 'shop' }];
  const object = objectAt('gateway.networking.k8s.io/v1', kind, 'prod/r', { parentRefs, rules: [{}, { backendRefs }] });
  const [{ caller, targets, parents }] = callers(object);
  expect([caller, targets]).toEqual(['gateway-route', [
    { namespace: 'prod', service: 'a', servicePort: 80, path: 'spec.rules[1].backendRefs[0]' },
    { namespace: 'shop', service: 'b', servicePort: 81, path: 'spec.rules[1].backendRefs[1]' },
  ]]);
  expect(parents).toEqual([{ kind: 'Gateway', namespace: 'prod', name: 'gw' }, { kind: 'Service', namespace: 'shop', name: 's' }]);
});

test('Gateways of the Gateway API are found by name; those of Istio are another kind', () => {
  const mesh = meshOf([
    objectAt('gateway.networking.k8s.io/v1', 'Gateway', 'prod/gw', { gatewayClassName: 'istio' }),
    objectAt('networking.istio.io/v1', 'Gateway', 'prod/other', { servers: [] }),
  ]);
  expect(mesh.gateways.map(({ name, className }) => [name, className])).toEqual([['gw', 'istio']]);
  expect(mesh.gateway('prod', 'gw')).toBe(mesh.gateways[0]);
  expect([mesh.gateway('shop', 'gw'), mesh.gateway('prod', 'x')]).toEqual([undefined, undefined]);
});

test.each([
  ['webhooks as an object', { apiVersion: 'admissionregistration.k8s.io/v1', kind: 'MutatingWebhookConfiguration', metadata: { name: 'w' }, webhooks: {} },
    'webhooks: expected a list, got an empty object'],
  ['a service as a text', objectAt('apiregistration.k8s.io/v1', 'APIService', 'x', { service: 'a' }), 'spec.service: expected an object, got "a"'],
  ['a backend name', objectAt('networking.k8s.io/v1', 'Ingress', 'prod/i', { defaultBackend: { service: { name: {} } } }),
    'spec.defaultBackend.service.name: expected a text, got an empty object; quote it'],
])('problem: %s', (_, object, problem) => {
  expect(problemsOf([object])).toEqual([problem]);
});
