import * as fc from 'fast-check';

type Fields = Readonly<Record<string, unknown>>;

/** Few values, so that objects meet. */
export const ROOT_NAMESPACE = 'istio-system';
export const NAMESPACES = ['prod', 'shop'];
export const WORKLOAD_PORTS = [80, 8080, 9090];
const NAMES = ['a', 'b', 'c', 'default'];
const LABELS: Readonly<Record<string, readonly string[]>> = { app: ['x', 'y'], tier: ['1', '2'], zone: ['n'] };
const MODES = ['UNSET', 'DISABLE', 'PERMISSIVE', 'STRICT'];
const TIMES = [undefined, '2024-01-01T00:00:01Z', '2024-01-01T00:00:02Z', '2024-01-01T00:00:03Z'];

/** A policy's or pod's namespace. */
export const arbitraryNamespace: fc.Arbitrary<string> = fc.constantFrom(ROOT_NAMESPACE, ...NAMESPACES);

/** Labels of a pod, or of a selector. */
export const arbitraryLabels: fc.Arbitrary<Readonly<Record<string, string>>> = fc
  .subarray(Object.entries(LABELS).flatMap(([key, values]) => values.map(value => [key, value] as const)))
  .map(pairs => Object.fromEntries(pairs));

const arbitraryMtls = fc.oneof(fc.constantFrom(undefined, null, {}), fc.record({ mode: fc.constantFrom(...MODES) }));

function arbitraryMetadata(namespace: fc.Arbitrary<string | undefined>): fc.Arbitrary<Fields> {
  return fc.record({ namespace, name: fc.constantFrom(...NAMES), creationTimestamp: fc.constantFrom(...TIMES) });
}

const arbitrarySelector = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(undefined, null, {}, { matchLabels: {} }) },
  { weight: 3, arbitrary: fc.record({ matchLabels: arbitraryLabels }) },
);

/** A PeerAuthentication that admission would let pass, or nearly. */
export function arbitraryPolicy(namespace: fc.Arbitrary<string | undefined> = arbitraryNamespace): fc.Arbitrary<Fields> {
  return fc.record({
    apiVersion: fc.constant('security.istio.io/v1'),
    kind: fc.constant('PeerAuthentication'),
    metadata: arbitraryMetadata(namespace),
    spec: fc.record({
      selector: arbitrarySelector,
      mtls: arbitraryMtls,
      portLevelMtls: fc.option(fc.dictionary(fc.constantFrom(...WORKLOAD_PORTS.map(String)), arbitraryMtls, { minKeys: 1 }), { nil: undefined }),
    }),
  });
}

/** A Deployment with up to three labels and ports. */
export function arbitraryDeployment(namespace: fc.Arbitrary<string | undefined> = arbitraryNamespace): fc.Arbitrary<Fields> {
  const ports = fc.subarray(WORKLOAD_PORTS).map(list => list.map(containerPort => ({ containerPort })));
  return fc.record({
    apiVersion: fc.constant('apps/v1'),
    kind: fc.constant('Deployment'),
    metadata: arbitraryMetadata(namespace),
    spec: fc.tuple(arbitraryLabels, ports).map(([labels, list]) => ({ template: { metadata: { labels }, spec: { containers: [{ ports: list }] } } })),
  });
}

export function arbitraryService(namespace: fc.Arbitrary<string | undefined> = arbitraryNamespace): fc.Arbitrary<Fields> {
  const port = fc.record({
    port: fc.constantFrom(80, 443), targetPort: fc.constantFrom(undefined, 8080, 'web'), name: fc.constantFrom(undefined, 'http', 'tcp-x'),
  });
  return fc.record({
    apiVersion: fc.constant('v1'),
    kind: fc.constant('Service'),
    metadata: arbitraryMetadata(namespace),
    spec: fc.record({ selector: fc.option(arbitraryLabels, { nil: undefined }), ports: fc.array(port, { maxLength: 2 }) }),
  });
}

export function arbitraryRule(namespace: fc.Arbitrary<string | undefined> = arbitraryNamespace): fc.Arbitrary<Fields> {
  const tls = fc.option(fc.record({ mode: fc.constantFrom(undefined, 'DISABLE', 'SIMPLE', 'MUTUAL', 'ISTIO_MUTUAL') }), { nil: undefined });
  return fc.record({
    apiVersion: fc.constant('networking.istio.io/v1'),
    kind: fc.constant('DestinationRule'),
    metadata: arbitraryMetadata(namespace),
    spec: fc.record({
      host: fc.constantFrom('a', 'b', '*', '*.prod.svc.cluster.local', 'a.prod.svc.cluster.local'),
      exportTo: fc.constantFrom(undefined, ['.'], ['*'], ['shop']),
      workloadSelector: fc.option(fc.record({ matchLabels: arbitraryLabels }), { nil: undefined }),
      trafficPolicy: fc.option(fc.record({ tls }), { nil: undefined }),
    }),
  });
}

export const arbitraryNamespaceObject: fc.Arbitrary<Fields> = fc.record({
  apiVersion: fc.constant('v1'),
  kind: fc.constant('Namespace'),
  metadata: fc.record({
    name: arbitraryNamespace,
    labels: fc.constantFrom({}, { 'istio-injection': 'enabled' }, { 'istio-injection': 'disabled' }, { 'istio.io/rev': 'x' }, { 'istio.io/dataplane-mode': 'ambient' }),
  }),
});

/** Objects of every kind that matters, which meet often. */
export const arbitraryObjects: fc.Arbitrary<readonly Fields[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: arbitraryPolicy(fc.option(arbitraryNamespace, { nil: undefined })) },
    { weight: 2, arbitrary: arbitraryDeployment() },
    arbitraryService(),
    arbitraryRule(),
    arbitraryNamespaceObject,
  ),
  { maxLength: 12 },
);

/** Labels as the model has them. */
export function labelMap(labels: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(labels));
}

/** The objects, and the same objects in any order. */
export function withAnotherOrder(objects: readonly Fields[]): fc.Arbitrary<readonly [readonly Fields[], readonly Fields[]]> {
  return fc.tuple(fc.constant(objects), fc.shuffledSubarray([...objects], { minLength: objects.length }));
}
