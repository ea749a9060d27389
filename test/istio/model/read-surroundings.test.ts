import { namespaceNamed, objectAt } from './support/objects';
import { meshOf, problemsOf } from './support/snapshot-of';

const RULE = { from: [{ source: { principals: ['a'] } }] };

test('a Sidecar with ingress', () => {
  const spec = {
    workloadSelector: { labels: { app: 'a' } },
    ingress: [
      { port: { number: 9080, protocol: 'HTTP', name: 'web' }, defaultEndpoint: '127.0.0.1:8080' },
      { port: { number: 9443, protocol: 'TLS' }, tls: { mode: 'SIMPLE' } },
      { port: {} },
    ],
  };
  const [sidecar] = meshOf([objectAt('networking.istio.io/v1', 'Sidecar', 'prod/s', spec)]).sidecars;
  expect([...sidecar.workloadSelector ?? []]).toEqual([['app', 'a']]);
  expect(sidecar.ingress).toEqual([
    { port: { name: 'web', number: 9080, protocol: 'HTTP', kind: 'http', targetPort: undefined, nodePort: undefined }, tls: false },
    { port: { name: undefined, number: 9443, protocol: 'TLS', kind: 'tcp', targetPort: undefined, nodePort: undefined }, tls: true },
  ]);
});

test('a Sidecar without anything', () => {
  const [sidecar] = meshOf([objectAt('networking.istio.io/v1', 'Sidecar', 'prod/s', {})]).sidecars;
  expect([sidecar.workloadSelector, sidecar.ingress]).toEqual([undefined, []]);
});

test.each([
  ['everything', { selector: { matchLabels: { app: 'a' } }, action: 'DENY', rules: [RULE, 5] }, [['app', 'a']], false, 'DENY', [RULE]],
  ['nothing', {}, [], false, 'ALLOW', []],
  ['a target', { targetRef: { kind: 'Gateway', name: 'g' } }, [], true, 'ALLOW', []],
  ['targets', { targetRefs: [{ kind: 'Service', name: 's' }] }, [], true, 'ALLOW', []],
  ['no targets', { targetRefs: [], targetRef: null }, [], false, 'ALLOW', []],
])('an AuthorizationPolicy with %s', (_, spec, matchLabels, targeted, action, rules) => {
  const [policy] = meshOf([objectAt('security.istio.io/v1', 'AuthorizationPolicy', 'prod/p', spec)]).authorizationPolicies;
  expect([[...policy.matchLabels], policy.targeted, policy.action, policy.rules]).toEqual([matchLabels, targeted, action, rules]);
});

test('Namespaces by name; they have no namespace themselves', () => {
  const mesh = meshOf([namespaceNamed('shop'), { ...namespaceNamed('prod', { a: 'b' }), metadata: { name: 'prod', namespace: 'x', labels: { a: 'b' } } }]);
  expect([...mesh.namespaces.keys()]).toEqual(['prod', 'shop']);
  expect([mesh.namespaces.get('prod')?.namespace, [...mesh.namespaces.get('prod')?.labels ?? []]]).toEqual([undefined, [['a', 'b']]]);
});

test.each([
  ['an ingress listener', objectAt('networking.istio.io/v1', 'Sidecar', 'prod/s', { ingress: [{ port: { number: 'x' } }] }),
    'spec.ingress[0].port.number: expected a port from 1 to 65535, got "x"'],
  ['a rule of a policy', objectAt('security.istio.io/v1', 'AuthorizationPolicy', 'prod/p', { rules: [5] }), 'spec.rules[0]: expected an object, got 5'],
])('problem: %s', (_, object, problem) => {
  expect(problemsOf([object])).toEqual([problem]);
});
