import { AMBIENT, deployment, INJECTED, namespaceNamed, service, serviceEntry } from './support/objects';
import { told } from './support/traffic-of';
import { ProfileInput } from '../../../src/istio/model/profile';
import { Service } from '../../../src/istio/model/service';
import { clientIn, clientOf, outsider } from '../../../src/istio/traffic/client-of';
import { EndpointTraffic, entryTraffic, serviceTraffic } from '../../../src/istio/traffic/service-traffic';
import { TrafficClient } from '../../../src/istio/traffic/traffic-question';
import { meshOf, objectAt, placeOf, policyAt, ruleAt, Written } from '../rule-selection/support/mesh-of';

const SHOP = [namespaceNamed('shop', INJECTED), deployment('shop/cart')];
const PROD = [namespaceNamed('prod', INJECTED), deployment('prod/reviews'), service('prod/reviews')];
const STRICT = policyAt('prod/default', { mtls: { mode: 'STRICT' } });
const COMPLETE: ProfileInput = { complete: true };
const CART = 'shop/cart';

function lines(traffic: readonly EndpointTraffic[]): readonly string[] {
  return traffic.map(({ server, answer }) => {
    const unknown = answer.links.filter(({ known }) => !known).map(({ link }) => link);
    const at = `${server.workload === undefined ? 'endpoint' : placeOf(server.workload)}:${server.workloadPort}`;
    return `${at} ${told(answer)}${unknown.length === 0 ? '' : ` without ${unknown.join(', ')}`}`;
  });
}

function ask(objects: readonly Written[], { client = CART, to = 'prod/reviews', servicePort = 80, subset, profile = COMPLETE }: {
  readonly client?: string | TrafficClient;
  readonly to?: string;
  readonly servicePort?: number;
  readonly subset?: string;
  readonly profile?: ProfileInput;
} = {}): readonly string[] {
  const mesh = meshOf(objects, profile);
  const [namespace, name] = to.split('/');
  const asking = typeof client === 'string' ? clientOf(mesh.workloads.find((workload) => placeOf(workload) === client)!) : client;
  return lines(serviceTraffic(mesh, { client: asking, service: mesh.service(namespace, name) as Service, servicePort, subset }));
}

const DISABLE = ruleAt('prod/reviews', { host: 'reviews', trafficPolicy: { tls: { mode: 'DISABLE' } } });

test.each<readonly [string, readonly Written[], Parameters<typeof ask>[1], readonly string[]]>([
  ['everything is in the input: the answer is proven', [...SHOP, ...PROD, STRICT], {}, ['prod/reviews:8080 mtls']],
  ['a rule against STRICT', [...SHOP, ...PROD, STRICT, DISABLE], {}, ['prod/reviews:8080 refused: no-filter-chain']],
  [
    'partial input: a parent or a rule may be elsewhere',
    [...SHOP, ...PROD],
    { profile: {} },
    ['prod/reviews:8080 mtls without parent-mode, rule, service-mode'],
  ],
  [
    'partial input: what the chain shows is enough for an error',
    [...SHOP, ...PROD, STRICT, DISABLE],
    { profile: {} },
    ['prod/reviews:8080 refused: no-filter-chain'],
  ],
  ['injection that nobody shows', [...SHOP, deployment('prod/reviews'), service('prod/reviews'), STRICT], {}, ['prod/reviews:8080 unknown without data-plane']],
  [
    'injection by default of the profile is likely, not proven',
    [...SHOP, deployment('prod/reviews'), service('prod/reviews'), STRICT],
    { profile: { complete: true, dataPlane: 'sidecar' } },
    ['prod/reviews:8080 mtls without data-plane'],
  ],
  ['an outsider', [...PROD, STRICT], { client: outsider() }, ['prod/reviews:8080 refused: no-filter-chain']],
  ['a meshed client of a namespace', [...PROD, STRICT, DISABLE], { client: clientIn('shop', 'sidecar', false) }, ['prod/reviews:8080 refused: no-filter-chain without client']],
  ['ages that decide', [...SHOP, ...PROD, STRICT, policyAt('prod/other', { mtls: { mode: 'DISABLE' } })], {}, ['prod/reviews:8080 mtls without policy, service-mode']],
  ['an ambient server', [...SHOP, namespaceNamed('prod', AMBIENT), deployment('prod/reviews'), service('prod/reviews'), STRICT], {}, ['prod/reviews:8080 mtls hbone']],
  ['an ambient client to a sidecar without HBONE', [namespaceNamed('shop', AMBIENT), deployment('shop/cart'), ...PROD, STRICT], {}, ['prod/reviews:8080 refused: no-filter-chain']],
  [
    'an ambient client to a sidecar with HBONE',
    [
      namespaceNamed('shop', AMBIENT),
      deployment('shop/cart'),
      namespaceNamed('prod', INJECTED),
      deployment('prod/reviews', { labels: { 'app': 'reviews', 'networking.istio.io/tunnel': 'http' } }),
      service('prod/reviews'),
      STRICT,
    ],
    {},
    ['prod/reviews:8080 mtls hbone'],
  ],
  ['a port that the Service does not have', [...SHOP, ...PROD], { servicePort: 81 }, []],
  [
    'a target port that no container names',
    [...SHOP, namespaceNamed('prod', INJECTED), deployment('prod/reviews', { ports: [] }), service('prod/reviews')],
    {},
    [],
  ],
  [
    'an excluded port',
    [...SHOP, namespaceNamed('prod', INJECTED), deployment('prod/reviews', { annotations: { 'traffic.sidecar.istio.io/excludeInboundPorts': '9090, 8080' } }), service('prod/reviews'), STRICT],
    {},
    ['prod/reviews:8080 refused: application'],
  ],
  [
    'headless with one plain pod',
    [
      ...SHOP, ...PROD.slice(0, 2), STRICT, service('prod/reviews', { clusterIP: 'None' }),
      deployment('prod/old', { labels: { 'app': 'reviews', 'sidecar.istio.io/inject': 'false' } }),
    ],
    {},
    ['prod/old:8080 plaintext', 'prod/reviews:8080 refused: no-filter-chain'],
  ],
  [
    'the endpoints of a subset',
    [
      ...SHOP, ...PROD, deployment('prod/v2', { labels: { app: 'reviews', version: 'v2' } }),
      ruleAt('prod/reviews', { host: 'reviews', subsets: [{ name: 'v2', labels: { version: 'v2' }, trafficPolicy: { tls: { mode: 'DISABLE' } } }] }),
    ],
    { subset: 'v2' },
    ['prod/v2:8080 plaintext'],
  ],
  [
    'an ExternalName has no pods, whatever it selects',
    [...SHOP, service('prod/reviews', { type: 'ExternalName', externalName: 'example.com' }), deployment('prod/reviews')],
    {},
    [],
  ],
  [
    'an HTTPS port speaks TLS itself',
    [...SHOP, ...PROD.slice(0, 2), service('prod/reviews', { ports: [{ name: 'https', port: 443, targetPort: 'web' }] }), DISABLE],
    { servicePort: 443 },
    ['prod/reviews:8080 tls-passthrough?'],
  ],
  [
    'a name that the rule does not expect',
    [
      ...SHOP, namespaceNamed('prod', INJECTED), deployment('prod/reviews', { serviceAccountName: 'reviews' }), service('prod/reviews'),
      ruleAt('prod/reviews', { host: 'reviews', trafficPolicy: { tls: { mode: 'ISTIO_MUTUAL', subjectAltNames: ['spiffe://cluster.local/ns/prod/sa/default'] } } }),
    ],
    {},
    ['prod/reviews:8080 refused: server-name'],
  ],
])('serviceTraffic: %s', (_, objects, asked, expected) => {
  expect(ask(objects, asked)).toEqual(expected);
});

const VM = objectAt('networking.istio.io/v1', 'WorkloadEntry', 'prod/vm', { address: '10.0.0.1', labels: { app: 'vm' }, serviceAccount: 'vm' });
const inside = (spec: Written) => serviceEntry('prod/vm', { hosts: ['vm.example.com'], location: 'MESH_INTERNAL', ports: [{ name: 'http', number: 80, protocol: 'HTTP', targetPort: 8080 }], ...spec });

test.each<readonly [string, readonly Written[], readonly string[]]>([
  ['listed endpoints of an external host have no proxy', [serviceEntry('prod/vm', {
    hosts: ['vm.example.com'], ports: [{ name: 'http', number: 80, protocol: 'HTTP' }], resolution: 'STATIC', endpoints: [{ address: '1.2.3.4', ports: { http: 8888 } }],
  })], ['endpoint:8888 plaintext without workload']],
  ['listed endpoints inside the mesh: nobody says', [inside({ resolution: 'STATIC', endpoints: [{ address: '1.2.3.4' }] })], ['endpoint:8080 unknown without workload, data-plane']],
  ['selected virtual machines', [VM, inside({ resolution: 'STATIC', workloadSelector: { labels: { app: 'vm' } } })], ['prod/vm:8080 mtls']],
])('entryTraffic: %s', (_, objects, expected) => {
  const mesh = meshOf([...SHOP, ...objects], COMPLETE);
  const client = clientOf(mesh.workloads.find(({ name }) => name === 'cart')!);
  expect(lines(entryTraffic(mesh, { client, entry: mesh.serviceEntries[0], host: 'vm.example.com', servicePort: 80 }))).toEqual(expected);
});

test('entryTraffic: a port that the ServiceEntry does not have', () => {
  const mesh = meshOf([...SHOP, VM, inside({ workloadSelector: { labels: { app: 'vm' } } })]);
  expect(entryTraffic(mesh, { client: outsider(), entry: mesh.serviceEntries[0], host: 'vm.example.com', servicePort: 81 })).toEqual([]);
});
