import * as fc from 'fast-check';

/** Values that nobody expects where an object is expected. */
const arbitraryJunk: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(null, undefined, true, 0, -1, 1.5, 65536, NaN, '', 'x', '8080', [], {}, [null], [[]], { __proto__: null }),
  fc.jsonValue(),
);

const KEYS = [
  'apiVersion', 'kind', 'metadata', 'spec', 'items', 'name', 'namespace', 'labels', 'annotations', 'selector', 'matchLabels', 'mtls', 'mode', 'portLevelMtls', '8080',
  'host', 'trafficPolicy', 'tls', 'subsets', 'ports', 'port', 'targetPort', 'template', 'containers', 'containerPort', 'exportTo', '__proto__', 'constructor', 'toString',
];
const KINDS = [
  'List', 'PodList', 'PeerAuthentication', 'DestinationRule', 'Service', 'ServiceEntry', 'Namespace', 'Pod', 'Deployment', 'CronJob', 'WorkloadEntry', 'WorkloadGroup', 'Sidecar',
  'AuthorizationPolicy', 'ValidatingWebhookConfiguration', 'APIService', 'CustomResourceDefinition', 'Ingress', 'HTTPRoute', 'Gateway', 'Secret',
];
const API_VERSIONS = [
  'v1', 'apps/v1', 'batch/v1', 'security.istio.io/v1', 'networking.istio.io/v1', 'admissionregistration.k8s.io/v1', 'apiregistration.k8s.io/v1',
  'apiextensions.k8s.io/v1', 'networking.k8s.io/v1', 'gateway.networking.k8s.io/v1',
];

/** Nested objects and lists with the keys that readers look for, and junk at any depth. */
const arbitraryTree: fc.Arbitrary<unknown> = fc.letrec(tie => ({
  tree: fc.oneof({ depthSize: 'small' },
    arbitraryJunk,
    fc.array(tie('tree'), { maxLength: 3 }),
    fc.array(fc.tuple(fc.constantFrom(...KEYS), tie('tree')), { maxLength: 5 }).map(ownProperties)),
})).tree;

/** What looks like a manifest of a known kind, and may have anything anywhere inside. */
export const arbitraryDistortedManifest: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 1, arbitrary: arbitraryJunk },
  {
    weight: 6,
    arbitrary: fc.tuple(fc.constantFrom(...API_VERSIONS), fc.constantFrom(...KINDS), arbitraryTree, arbitraryTree, arbitraryTree)
      .map(([apiVersion, kind, metadata, spec, items]) => ({ apiVersion, kind, metadata, spec, items, webhooks: items })),
  },
);

/** As JSON.parse makes them: `__proto__` is a property like any other. */
function ownProperties(entries: readonly (readonly [string, unknown])[]): unknown {
  const object = {};
  for (const [key, value] of entries) Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
  return object;
}
