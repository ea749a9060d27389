import fc from 'fast-check';
import { ruleAt, Written } from './mesh-of';

export const NAMESPACES = ['istio-system', 'prod', 'shop', 'x'] as const;
export const HOSTS = ['a.prod.svc.cluster.local', 'b.prod.svc.cluster.local', 'a.shop.svc.cluster.local', 'api.example.com', '*.example.com'] as const;
const RULE_HOSTS = [...HOSTS, 'a', 'b', '*', '*.local', '*.prod.svc.cluster.local', '*.com', '*prod.svc.cluster.local'] as const;
const MODES = ['DISABLE', 'SIMPLE', 'ISTIO_MUTUAL'] as const;

const policy = fc.option(fc.record({ tls: fc.record({ mode: fc.constantFrom(...MODES) }) }), { nil: undefined });
export const podLabels = fc.dictionary(fc.constantFrom('app', 'tier'), fc.constantFrom('a', 'b'), { maxKeys: 2 });

const spec = fc.record({
  host: fc.constantFrom(...RULE_HOSTS),
  exportTo: fc.uniqueArray(fc.constantFrom('.', '*', ...NAMESPACES), { maxLength: 3 }),
  workloadSelector: fc.option(podLabels.map((matchLabels) => ({ matchLabels })), { nil: undefined, freq: 3 }),
  trafficPolicy: policy,
  subsets: fc.uniqueArray(fc.record({ name: fc.constantFrom('v1', 'v2'), trafficPolicy: policy }), { selector: ({ name }) => name, maxLength: 2 }),
});

/** Rules that meet often: few hosts, few namespaces, few moments. */
export const rulesOfMesh: fc.Arbitrary<readonly Written[]> = fc
  .array(fc.tuple(fc.constantFrom(...NAMESPACES), spec, fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined })), { maxLength: 14 })
  .map((rules) => rules.map(([namespace, written, day], index) =>
    ruleAt(`${namespace}/r${index}`, JSON.parse(JSON.stringify(written)), day === undefined ? undefined : `2024-01-0${day}T00:00:00Z`)));

export const question = fc.record({
  client: fc.constantFrom(...NAMESPACES),
  service: fc.constantFrom(...NAMESPACES),
  host: fc.constantFrom(...HOSTS),
  podLabels,
});
