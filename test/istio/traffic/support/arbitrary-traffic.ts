import fc from 'fast-check';
import { Asked, HOST } from './traffic-of';
import { Mode } from '../../../../src/istio/model/mode';
import { PortKind } from '../../../../src/istio/model/service';
import { ApplicationProtocol } from '../../../../src/istio/traffic/connectivity';
import { ClientKind } from '../../../../src/istio/traffic/traffic-question';
import { policyAt, ruleAt, Written } from '../../rule-selection/support/mesh-of';

const MODES: readonly Mode[] = ['UNSET', 'DISABLE', 'PERMISSIVE', 'STRICT'];
const TLS_MODES = ['DISABLE', 'SIMPLE', 'MUTUAL', 'ISTIO_MUTUAL'] as const;
const mode = fc.constantFrom(...MODES);

function maybe<T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(value, { nil: undefined });
}

function present(objects: readonly (Written | undefined)[]): readonly Written[] {
  return objects.filter((object) => object !== undefined);
}

const modes = fc.record({ mesh: maybe(mode), namespace: maybe(mode), workload: maybe(mode), port: maybe(mode) });

const policies = modes.map(({ mesh, namespace, workload, port }) => present([
  mesh && policyAt('istio-system/default', { mtls: { mode: mesh } }),
  namespace && policyAt('prod/default', { mtls: { mode: namespace } }),
  workload && policyAt('prod/reviews', {
    selector: { matchLabels: { app: 'reviews' } },
    mtls: { mode: workload },
    ...(port === undefined ? {} : { portLevelMtls: { 8080: { mode: port } } }),
  }),
]));

const tls = fc.record({ mode: fc.constantFrom(...TLS_MODES), files: fc.boolean() }).map(({ mode: tlsMode, files }) =>
  ({ mode: tlsMode, ...(files ? { clientCertificate: 'cert.pem', privateKey: 'key.pem' } : { credentialName: 'certs' }) }));

const trafficPolicy = fc.record({
  tls: maybe(tls),
  loadBalancer: maybe(fc.constant({ simple: 'PASSTHROUGH' })),
  portLevelSettings: maybe(fc.array(fc.record({ port: fc.constantFrom({ number: 80 }, { number: 81 }), tls: maybe(tls) }), { maxLength: 2 })),
});

const rules = fc.array(fc.record({
  namespace: fc.constantFrom('shop', 'prod', 'istio-system'),
  host: fc.constantFrom('*', HOST, 'reviews'),
  trafficPolicy,
}), { maxLength: 3 }).map((list) => list.map(({ namespace, ...spec }, index) => ruleAt(`${namespace}/r${index}`, JSON.parse(JSON.stringify(spec)))));

export const meshObjects: fc.Arbitrary<readonly Written[]> = fc.tuple(policies, rules).map(([some, others]) => [...some, ...others]);

const kind = fc.constantFrom<ClientKind>('sidecar', 'gateway', 'ambient', 'none', 'kubelet');

/** Any call to a pod with sidecar whose port the proxy captures. */
export const callToSidecar: fc.Arbitrary<Asked> = fc.record({
  client: fc.record({
    kind,
    sendsHbone: fc.boolean(),
    metadataCertificates: fc.boolean(),
    probesRewritten: fc.boolean(),
    certificate: maybe(fc.record({ issuedByMesh: fc.boolean(), trustDomain: maybe(fc.constantFrom('cluster.local', 'elsewhere')) })),
  }),
  server: fc.record({
    portKind: fc.constantFrom<PortKind>('http', 'tcp', 'auto'),
    hbone: fc.boolean(),
    serverFirst: fc.boolean(),
    waypoint: fc.boolean(),
    tlsMode: fc.constantFrom('istio', 'disabled', undefined),
    identity: maybe(fc.constantFrom('spiffe://cluster.local/ns/prod/sa/reviews', 'spiffe://elsewhere/ns/prod/sa/reviews')),
  }),
  destination: fc.oneof(fc.constant(null), fc.record({ headless: fc.boolean(), meshExternal: fc.boolean() })),
  call: fc.record({
    sends: fc.constantFrom('auto' as const, 'plaintext' as const, 'tls' as const, 'mtls' as const),
    application: fc.constantFrom<ApplicationProtocol>('http', 'http2', 'tcp'),
    applicationTls: fc.boolean(),
  }),
});

