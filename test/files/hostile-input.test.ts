import fc from 'fast-check';
import { stringify } from 'yaml';
import { DEFAULT_CAPS } from '../../src/files/caps';
import { decodeText } from '../../src/files/decode-text';
import { InputCollector } from '../../src/files/input-read';
import { locate } from '../../src/files/places/locate';
import { readText } from '../../src/files/read-text';
import { evaluateVariants } from '../../src/files/variants/evaluate-variants';
import { variantsOf } from '../../src/files/variants/variants-of';
import { FORMAT_NAMES, rendererOf } from '../../src/report/formats';

/** Everything that the command does with a text, up to every format; gives the report in JSON. */
function wholeRoad(bytes: Buffer, file = 'a.yaml', named = true): { findings: { id: string; line: number | null }[] } {
  const decoded = decodeText(bytes);
  const into = new InputCollector(() => decoded.text);
  readText({ ...decoded, file, named, chartTemplate: false, mesh: 'default', context: false }, DEFAULT_CAPS, into);
  const report = evaluateVariants(variantsOf(into, { mesh: 'default', rootNamespace: 'istio-system' }), {}, { unreadable: into.problems, today: '2026-11-21' });
  const fields = report.findings.map(({ origin, path }) => ({ origin, path }));
  const places = locate(fields, () => decoded.text, DEFAULT_CAPS);
  const input = {
    report, skipped: into.skipped, failOn: 'error' as const, rules: [], tool: { version: '1', homepage: 'https://example.com' },
    placeOf: (origin: object, path: string) => places.get(fields.find((field) => field.origin === origin && field.path === path)!),
  };
  const texts = new Map(FORMAT_NAMES.map((name) => [name, [...rendererOf(name)(input, { columns: 80, colors: false })].join('')]));
  for (const name of ['text', 'github', 'markdown', 'junit']) { expect(texts.get(name)!.replace(/\n/g, '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/); }
  JSON.parse(texts.get('sarif')!);
  return JSON.parse(texts.get('json')!) as ReturnType<typeof wholeRoad>;
}

/** A crash of a check is a finding too, and would be ours to mend. */
function expectSound(bytes: Buffer, file?: string, named?: boolean): void {
  const { findings } = wholeRoad(bytes, file, named);
  expect(findings.filter(({ id }) => id === 'MTLS002')).toEqual([]);
  for (const { line } of findings) { expect(line).toBeGreaterThan(0); }
}

const POLICY = `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: default
  namespace: shop
spec:
  selector:
    matchLabels: {app: web}
  mtls: {mode: STRICT}
  portLevelMtls:
    8080: {mode: DISABLE}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: web, namespace: shop}
spec:
  host: web.shop.svc.cluster.local
  trafficPolicy: &tls
    tls: {mode: SIMPLE, subjectAltNames: [a]}
  subsets: [{name: v1, trafficPolicy: *tls}]
---
kind: List
items:
- {apiVersion: v1, kind: Service, metadata: {name: web, namespace: shop}, spec: {selector: {app: web}, ports: [{name: http, port: 80, targetPort: 8080}]}}
- {apiVersion: apps/v1, kind: Deployment, metadata: {name: web, namespace: shop}, spec: {selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: a, ports: [{containerPort: 8080}]}]}}}}
- {apiVersion: v1, kind: Namespace, metadata: {name: shop, labels: {istio-injection: enabled}}}
`;

test('bytes', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), fc.boolean(), (bytes, named) => expectSound(Buffer.from(bytes), 'a.yaml', named)), { numRuns: 500 });
});

test('a manifest with damaged bytes', () => {
  const source = Buffer.from(POLICY);
  const damage = fc.record({ at: fc.nat(source.length - 1), cut: fc.nat(12), put: fc.uint8Array({ maxLength: 6 }) });
  fc.assert(fc.property(fc.array(damage, { minLength: 1, maxLength: 4 }), (damages) => {
    const bytes = damages.reduce((all, { at, cut, put }) => Buffer.concat([all.subarray(0, at), Buffer.from(put), all.subarray(at + cut)]), source);
    expectSound(bytes);
  }), { numRuns: 700 });
});

test('a manifest with other lines', () => {
  const lines = POLICY.split('\n');
  const sign = fc.constantFrom('---', '...', '- a', '  ', '"', '{', '? x', '&a', '*a', '<<: *tls', '!t', '|', '%YAML 1.1', '# {{ x }}', '\u2028', 'kind: Service', 'items:', '\t');
  fc.assert(fc.property(fc.array(fc.tuple(fc.nat(lines.length), fc.nat(2), sign), { minLength: 1, maxLength: 5 }), fc.constantFrom('\n', '\r\n', '\r'), (changes, lineBreak) => {
    const changed = [...lines];
    for (const [at, cut, put] of changes) { changed.splice(at, cut, put); }
    expectSound(Buffer.from(changed.join(lineBreak)));
  }), { numRuns: 700 });
});

test('objects with anything in their fields', () => {
  const value = fc.oneof(
    fc.constantFrom(null, '', 0, -1, 65_536, 1e300, true, [], {}, 'STRICT', 'web.shop.svc.cluster.local', '*', '__proto__', '\u0000', '\u001b[31m', '::error::x', 'a'.repeat(300)),
    fc.string({ unit: 'binary', maxLength: 20 }), fc.array(fc.anything({ maxDepth: 1, withNullPrototype: false }), { maxLength: 3 }), fc.object({ maxDepth: 2 }),
  );
  const field = <T>(usual: T) => fc.oneof({ weight: 3, arbitrary: fc.constant(usual as unknown) }, { weight: 1, arbitrary: value });
  const mtls = field({ mode: 'DISABLE' });
  const object = fc.record({
    apiVersion: fc.constantFrom('v1', 'apps/v1', 'security.istio.io/v1', 'networking.istio.io/v1', 'batch/v1', 'networking.k8s.io/v1', 'gateway.networking.k8s.io/v1'),
    kind: fc.constantFrom(
      'PeerAuthentication', 'DestinationRule', 'Service', 'ServiceEntry', 'Sidecar', 'Deployment', 'Pod', 'CronJob', 'Namespace', 'AuthorizationPolicy', 'Ingress', 'HTTPRoute', 'Gateway',
      'WorkloadEntry', 'WorkloadGroup', 'List', 'PodList',
    ),
    metadata: fc.oneof(fc.record({ name: field('web'), namespace: field('shop'), labels: field({ app: 'web' }), annotations: field({ 'cdk8s-istio-mtls/owner': 'x' }) }), value),
    spec: fc.oneof(fc.record({
      host: field('web'), selector: field({ matchLabels: { app: 'web' } }), mtls, portLevelMtls: field({ 8080: { mode: 'STRICT' } }), ports: field([{ name: 'http', port: 80, targetPort: 8080 }]),
      trafficPolicy: field({ tls: { mode: 'SIMPLE' }, portLevelSettings: [{ port: { number: 80 } }] }), subsets: field([{ name: 'v1', labels: { v: '1' } }]), exportTo: field(['*']),
      template: field({ metadata: { labels: { app: 'web' } }, spec: { containers: [{ name: 'a', ports: [{ containerPort: 8080 }] }] } }), hosts: field(['a.example']), rules: field([{}]),
      workloadSelector: field({ labels: { app: 'web' } }), ingress: field([{ port: { number: 80 } }]), endpoints: field([{ address: '1.2.3.4' }]), resolution: field('STATIC'),
    }, { requiredKeys: [] }), value),
    items: fc.array(value, { maxLength: 2 }),
  }, { requiredKeys: ['apiVersion', 'kind'] });
  const writer = fc.constantFrom((all: unknown[]) => all.map((one) => JSON.stringify(one)).join('\n---\n'), (all: unknown[]) => all.map((one) => stringify(one)).join('---\n'));
  fc.assert(fc.property(fc.array(object, { minLength: 1, maxLength: 6 }), writer, (all, write) => expectSound(Buffer.from(`${POLICY}---\n${write(all)}`))), { numRuns: 700 });
});
