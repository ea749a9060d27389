import { AMBIENT, deployment, INJECTED, namespaceNamed, service, serviceEntry } from './support/objects';
import { clientIn, clientOf, kubelet, outsider } from '../../../src/istio/traffic/client-of';
import { destinationOfEntry, destinationOfService } from '../../../src/istio/traffic/destination-of';
import { serverOf, serverOfEndpoint } from '../../../src/istio/traffic/server-of';
import { TrafficServer } from '../../../src/istio/traffic/traffic-question';
import { labels, meshOf, objectAt, Written } from '../rule-selection/support/mesh-of';

const SIDECAR = namespaceNamed('prod', INJECTED);
const ZTUNNEL = namespaceNamed('prod', AMBIENT);
const REVIEWS = deployment('prod/reviews');
const GATEWAY = deployment('prod/reviews', { annotations: { 'inject.istio.io/templates': 'gateway' } });
const WAYPOINT = 'istio.io/use-waypoint';
const labelled = (object: Written, added: Readonly<Record<string, string>>): Written => {
  const metadata = object.metadata as { readonly labels?: Readonly<Record<string, string>> };
  return { ...object, metadata: { ...metadata, labels: { ...metadata.labels, ...added } } };
};

function server(objects: readonly Written[], workloadPort = 8080): TrafficServer {
  const mesh = meshOf(objects);
  return serverOf(mesh, mesh.workloads[0], workloadPort);
}

test.each<readonly [string, readonly Written[], Partial<TrafficServer>]>([
  ['a pod with sidecar', [SIDECAR, REVIEWS], {
    namespace: 'prod',
    dataPlane: 'sidecar',
    proven: true,
    workloadPort: 8080,
    portKind: 'auto',
    captured: true,
    tlsMode: 'istio',
    hbone: false,
    waypoint: false,
    serverFirst: false,
    identity: 'spiffe://cluster.local/ns/prod/sa/default',
    ingressTls: undefined,
    podLabels: labels({ app: 'reviews' }),
  }],
  ['... with an account', [SIDECAR, deployment('prod/reviews', { serviceAccountName: 'me' })], { identity: 'spiffe://cluster.local/ns/prod/sa/me' }],
  ['... whose port a Service names', [SIDECAR, REVIEWS, service('prod/reviews')], { portKind: 'http' }],
  ['... that excludes the port', [SIDECAR, deployment('prod/reviews', { annotations: { 'traffic.sidecar.istio.io/excludeInboundPorts': '8080' } })], { captured: false }],
  ['... that listens for HBONE', [SIDECAR, deployment('prod/reviews', { labels: { 'networking.istio.io/tunnel': 'http' } })], { hbone: true }],
  ['... with another tunnel', [SIDECAR, deployment('prod/reviews', { labels: { 'networking.istio.io/tunnel': 'grpc' } })], { hbone: false }],
  ['... labelled as plaintext', [SIDECAR, deployment('prod/reviews', { labels: { 'security.istio.io/tlsMode': 'disabled' } })], { tlsMode: 'disabled' }],
  ['an ambient pod', [ZTUNNEL, REVIEWS], { dataPlane: 'ambient', proven: true, captured: true, tlsMode: undefined, identity: undefined, waypoint: false }],
  [
    '... excludes no ports',
    [ZTUNNEL, deployment('prod/reviews', { annotations: { 'traffic.sidecar.istio.io/excludeInboundPorts': '8080' } })],
    { captured: true },
  ],
  ['... whose namespace has a waypoint', [labelled(ZTUNNEL, { [WAYPOINT]: 'w' }), REVIEWS], { waypoint: true }],
  ['... whose Service has one', [ZTUNNEL, REVIEWS, labelled(service('prod/reviews'), { [WAYPOINT]: 'w' })], { waypoint: true }],
  ['... whose Services have none', [ZTUNNEL, REVIEWS, service('prod/reviews'), labelled(service('prod/other'), { [WAYPOINT]: 'w' })], { waypoint: false }],
  ['... that has one itself', [ZTUNNEL, deployment('prod/reviews', { labels: { [WAYPOINT]: 'w' } })], { waypoint: true }],
  ['... that wants none', [ZTUNNEL, deployment('prod/reviews', { labels: { [WAYPOINT]: 'none' } })], { waypoint: false }],
  ['a pod outside the mesh', [namespaceNamed('prod', { 'istio-injection': 'disabled' }), REVIEWS], { dataPlane: 'none', proven: true, captured: true, tlsMode: undefined, identity: undefined }],
  ['a pod of which nobody knows', [REVIEWS], { dataPlane: 'unknown', proven: false, identity: undefined }],
  ['a gateway follows its servers', [SIDECAR, GATEWAY], { dataPlane: 'unknown', proven: false, identity: undefined }],
])('serverOf: %s', (_, objects, expected) => {
  expect(server(objects)).toMatchObject(expected);
});

test('serverOf: the trust domain and the workload', () => {
  const mesh = meshOf([SIDECAR, REVIEWS], { trustDomain: 'td' });
  const [workload] = mesh.workloads;
  expect(serverOf(mesh, workload, 8080)).toMatchObject({ identity: 'spiffe://td/ns/prod/sa/default', workload });
});

const ENTRY = { hosts: ['db.example.com'], ports: [{ name: 'tcp', number: 3306, protocol: 'MySQL' }], resolution: 'STATIC' };
const LISTED = { address: '1.2.3.4', labels: { app: 'db' } };

test.each<readonly [string, Written, Partial<TrafficServer>]>([
  ['outside the mesh', { endpoints: [LISTED] }, { dataPlane: 'none', proven: true, portKind: 'tcp', tlsMode: undefined, podLabels: labels({ app: 'db' }) }],
  ['inside it, nobody says', { endpoints: [LISTED], location: 'MESH_INTERNAL' }, { dataPlane: 'unknown', proven: false, portKind: 'tcp' }],
  ['labelled', { endpoints: [{ ...LISTED, labels: { 'security.istio.io/tlsMode': 'istio' } }], location: 'MESH_INTERNAL' }, { tlsMode: 'istio' }],
])('serverOfEndpoint: %s', (_, spec, expected) => {
  const mesh = meshOf([serviceEntry('prod/db', { ...ENTRY, ...spec })]);
  const [entry] = mesh.serviceEntries;
  expect(serverOfEndpoint(mesh, entry, entry.endpoints[0], 3306)).toMatchObject({
    namespace: 'prod',
    workloadPort: 3306,
    captured: true,
    hbone: false,
    waypoint: false,
    serverFirst: false,
    identity: undefined,
    workload: undefined,
    ingressTls: undefined,
    ...expected,
  });
});

test.each<readonly [string, Written, Written, object]>([
  ['a Service', SIDECAR, service('prod/reviews'), { host: 'reviews.prod.svc.cluster.local', namespace: 'prod', headless: false, meshExternal: false, tlsModes: ['istio'] }],
  ['without proxies', namespaceNamed('prod', { 'istio-injection': 'disabled' }), service('prod/reviews'), { tlsModes: [undefined] }],
  ['headless', SIDECAR, service('prod/reviews', { clusterIP: 'None' }), { headless: true }],
  ['ExternalName', SIDECAR, service('prod/reviews', { type: 'ExternalName', externalName: 'example.com' }), { meshExternal: true }],
  ['without namespace', SIDECAR, { ...service('prod/reviews'), metadata: { name: 'reviews' } }, {}],
])('destinationOfService: %s', (_, namespace, asked, expected) => {
  const mesh = meshOf([namespace, REVIEWS, asked]);
  const found = destinationOfService(mesh, mesh.services[0], 80, 'v1');
  if (mesh.services[0].host === undefined) expect(found).toBeUndefined();
  else expect(found).toMatchObject({ service: mesh.services[0], servicePort: 80, subset: 'v1', ...expected });
});

test('destinationOfEntry: pods that it selects count with the endpoints that it lists', () => {
  const mesh = meshOf([
    SIDECAR, REVIEWS, deployment('shop/reviews'),
    serviceEntry('prod/a', { ...ENTRY, location: 'MESH_INTERNAL', workloadSelector: { labels: { app: 'reviews' } } }),
    serviceEntry('prod/b', { ...ENTRY, resolution: 'NONE', endpoints: [LISTED, { address: '5.6.7.8', labels: { 'security.istio.io/tlsMode': 'istio' } }] }),
  ]);
  const [a, b] = mesh.serviceEntries;
  expect(destinationOfEntry(mesh, a, 'db.example.com', 3306, 'v1')).toEqual({
    service: a, host: 'db.example.com', namespace: 'prod', servicePort: 3306, subset: 'v1', headless: false, meshExternal: false, tlsModes: ['istio'],
  });
  expect(destinationOfEntry(mesh, b, 'db.example.com', 3306)).toMatchObject({ subset: undefined, headless: true, meshExternal: true, tlsModes: [undefined, 'istio'] });
});

test.each<readonly [string, readonly Written[], object]>([
  ['a pod with sidecar', [SIDECAR, REVIEWS], { kind: 'sidecar', proven: true, namespace: 'prod', labels: labels({ app: 'reviews' }), sendsHbone: true, metadataCertificates: false }],
  ['a gateway', [SIDECAR, GATEWAY], { kind: 'gateway', proven: true }],
  ['an ambient pod', [ZTUNNEL, REVIEWS], { kind: 'ambient', proven: true }],
  ['nobody says', [REVIEWS], { kind: 'unknown', proven: false }],
  ['a virtual machine', [objectAt('networking.istio.io/v1', 'WorkloadEntry', 'prod/vm', { address: '1.2.3.4', labels: { app: 'vm' } })], { labels: labels({ app: 'vm' }) }],
])('clientOf: %s', (_, objects, expected) => {
  expect(clientOf(meshOf(objects).workloads[0])).toMatchObject(expected);
});

test('clients that no manifest shows', () => {
  const said = { metadataCertificates: false, certificate: undefined, labels: labels(), sendsHbone: true };
  expect(clientIn('shop', 'sidecar', false)).toEqual({ ...said, kind: 'sidecar', namespace: 'shop', proven: false, probesRewritten: true });
  expect(outsider()).toEqual({ ...said, kind: 'none', namespace: undefined, proven: true, probesRewritten: true });
  expect(kubelet(false)).toEqual({ ...said, kind: 'kubelet', namespace: undefined, proven: true, probesRewritten: false });
});
