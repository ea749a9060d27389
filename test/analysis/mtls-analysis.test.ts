import { ApiObject, Chart, Testing } from 'cdk8s';
import {
  DataPlane, Enforcement, MeshProfile, MtlsAnalysis, MtlsMode, MtlsSeverity, NamespaceMtls, TrafficClientKind, TrafficOutcome, WorkloadMtls,
} from '../../src/index';

const policy = (namespace: string, name: string, spec: object) => ({ apiVersion: 'security.istio.io/v1', kind: 'PeerAuthentication', metadata: { name, namespace }, spec });
const rule = (namespace: string, name: string, spec: object) => ({ apiVersion: 'networking.istio.io/v1', kind: 'DestinationRule', metadata: { name, namespace }, spec });

const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop', labels: { 'istio-injection': 'enabled' } } };
const workload = (name: string, kind = 'Deployment') => ({
  apiVersion: 'apps/v1',
  kind,
  metadata: { name, namespace: 'shop' },
  spec: {
    selector: { matchLabels: { app: name } },
    template: { metadata: { labels: { app: name } }, spec: { containers: [{ name: 'main', image: 'x', ports: [{ name: 'web', containerPort: 8080 }, { containerPort: 9090 }] }] } },
  },
});
const service = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'cart', namespace: 'shop' },
  spec: { selector: { app: 'cart' }, ports: [{ name: 'http', port: 80, targetPort: 'web' }, { name: 'http-admin', port: 81, targetPort: 9090 }] },
};
const strict = policy('shop', 'default', { mtls: { mode: 'STRICT' } });
const cart = policy('shop', 'cart', { selector: { matchLabels: { app: 'cart' } }, mtls: { mode: 'UNSET' }, portLevelMtls: { 9090: { mode: 'DISABLE' } } });
const reference = (kind: string, name: string, ns = 'shop') => ({ apiVersion: expect.any(String), kind, name, namespace: ns });

describe('effectiveMode', () => {
  const analysis = MtlsAnalysis.ofManifests([strict, cart, namespace, workload('cart'), workload('cart', 'StatefulSet'), workload('front')]);

  test('says mode, ports, who decided, and what happened at each level', () => {
    expect(analysis.effectiveMode({ namespace: 'shop', labels: { app: 'cart' } })).toEqual({
      mode: MtlsMode.STRICT,
      ports: [{ workloadPort: 9090, mode: MtlsMode.DISABLE }],
      decidedBy: reference('PeerAuthentication', 'default'),
      reasons: [
        { level: 'mesh', mode: MtlsMode.UNSET, ignored: [], ambiguous: false, known: false },
        { level: 'namespace', policy: reference('PeerAuthentication', 'default'), mode: MtlsMode.STRICT, ignored: [], ambiguous: false, known: true },
        { level: 'workload', policy: reference('PeerAuthentication', 'cart'), mode: MtlsMode.UNSET, ignored: [], ambiguous: false, known: true },
      ],
      ambiguous: false,
      known: true,
      rules: expect.arrayContaining(['sidecar.md C7', 'sidecar.md C9']),
    });
  });

  test('of a workload of the input, and of another data plane', () => {
    expect(analysis.effectiveMode({ namespace: 'shop', workload: 'front' })).toMatchObject({ mode: 'STRICT', ports: [] });
    expect(analysis.effectiveMode({ namespace: 'shop', labels: { app: 'cart' }, dataPlane: DataPlane.AMBIENT }))
      .toMatchObject({ mode: 'STRICT', ports: [{ workloadPort: 9090, mode: 'STRICT' }] });
  });

  test('ambiguous where age decides, with the losers', () => {
    const second = policy('shop', 'also', { selector: { matchLabels: { app: 'cart' } }, mtls: { mode: 'PERMISSIVE' } });
    const answer = MtlsAnalysis.ofManifests([strict, cart, second]).effectiveMode({ namespace: 'shop', labels: { app: 'cart' } });
    expect(answer).toMatchObject({ mode: 'PERMISSIVE', ambiguous: true, decidedBy: { name: 'also' } });
    expect(answer.reasons[2]).toMatchObject({ ambiguous: true, ignored: [{ name: 'cart' }] });
  });

  test.each([
    [{ namespace: 'shop' }, 'neither labels nor workload is given; give one of the two'],
    [{ namespace: 'shop', labels: {}, workload: 'cart' }, 'both labels and workload are given; give one of the two'],
    [{ namespace: 'shop', workload: 'cart' }, 'workload "cart" stands for Deployment/cart and StatefulSet/cart; write the kind in front'],
    [{ namespace: 'shop', workload: 'crat' },
      'workload "crat" is not in namespace "shop", which has Deployment/cart, StatefulSet/cart, Deployment/front; give the labels of its pods instead'],
    [{ namespace: 'bar', workload: 'cart' }, 'workload "cart" is not in namespace "bar", which has no workloads; give the labels of its pods instead'],
    [{ namespace: 'shop', workload: 'front', mesh: 'east' }, 'mesh "east" has no manifests; there are "default"'],
  ])('%j is refused', (options, message) => {
    expect(() => analysis.effectiveMode(options)).toThrow(message);
  });

  test('the kind in front tells two workloads of one name apart', () => {
    expect(analysis.effectiveMode({ namespace: 'shop', workload: 'StatefulSet/cart' }).ports).toHaveLength(1);
  });
});

describe('destinationRule', () => {
  const wide = rule('shop', 'wide', { host: '*.shop.svc.cluster.local', trafficPolicy: { tls: { mode: 'ISTIO_MUTUAL' } } });
  const narrow = rule('shop', 'narrow', {
    host: 'cart',
    trafficPolicy: { tls: { mode: 'ISTIO_MUTUAL' }, portLevelSettings: [{ port: { number: 81 }, tls: { mode: 'DISABLE' } }] },
    subsets: [{ name: 'v1', labels: { version: 'v1' }, trafficPolicy: { tls: { mode: 'SIMPLE' } } }],
  });
  const analysis = MtlsAnalysis.ofManifests([wide, narrow, service]);
  const host = 'cart.shop.svc.cluster.local';

  test.each([
    [{ clientNamespace: 'front', host }, { rule: reference('DestinationRule', 'narrow'), host, place: 'service', tlsMode: 'ISTIO_MUTUAL' }],
    [{ clientNamespace: 'shop', host, servicePort: 81 }, { place: 'client', tlsMode: 'DISABLE' }],
    [{ clientNamespace: 'front', host, servicePort: 81, subset: 'v1' }, { tlsMode: 'SIMPLE' }],
    [{ clientNamespace: 'front', host: 'front.shop.svc.cluster.local' }, { rule: reference('DestinationRule', 'wide'), host: '*.shop.svc.cluster.local' }],
    [{ clientNamespace: 'front', host: 'httpbin.org' }, { from: [], ambiguous: false }],
  ])('%j', (options, expected) => {
    expect(analysis.destinationRule(options)).toMatchObject(expected);
  });

  test('no rule leaves everything about a rule out', () => {
    expect(Object.keys(analysis.destinationRule({ clientNamespace: 'front', host: 'httpbin.org' })).sort()).toEqual(['ambiguous', 'from', 'rules']);
  });
});

describe('traffic', () => {
  const analysis = MtlsAnalysis.ofManifests([strict, cart, namespace, workload('cart'), workload('front'), service], { complete: true });
  const call = (client: object, servicePort = 80) => analysis.traffic({ client, server: { namespace: 'shop', service: 'cart' }, servicePort }).endpoints;

  test('from a sidecar to a STRICT port, proven', () => {
    expect(call({ namespace: 'shop', workload: 'front' })).toEqual([{
      workload: reference('Deployment', 'cart'),
      workloadPort: 8080,
      outcome: TrafficOutcome.MTLS,
      delivered: true,
      serverMode: MtlsMode.STRICT,
      decidedBy: reference('PeerAuthentication', 'default'),
      proven: true,
      unknown: [],
      rules: expect.arrayContaining([expect.stringMatching(/^sidecar\.md F/)]),
    }]);
  });

  test.each([
    [{ kind: TrafficClientKind.OUTSIDE }, 80, { outcome: 'REFUSED', delivered: false, refusal: 'no-filter-chain' }],
    [{ kind: TrafficClientKind.OUTSIDE }, 81, { outcome: 'PLAINTEXT', delivered: true, serverMode: 'DISABLE', workloadPort: 9090 }],
    [{ namespace: 'other', kind: TrafficClientKind.SIDECAR }, 81, { outcome: 'PLAINTEXT' }],
    [{ namespace: 'other' }, 80, { outcome: 'MTLS' }],
    [{ namespace: 'istio-system', kind: TrafficClientKind.GATEWAY }, 80, { outcome: 'MTLS' }],
  ])('from %j to Service port %d', (client, servicePort, expected) => {
    expect(call(client, servicePort)[0]).toMatchObject(expected);
  });

  test.each([
    [{ client: {}, server: { namespace: 'shop', service: 'nobody' }, servicePort: 80 }, 'Service "shop/nobody" is not in the input; add its manifest'],
    [{ client: { namespace: 'x' }, server: { namespace: 'shop', service: 'cart' }, servicePort: 8080 },
      'servicePort 8080 is no port of Service "shop/cart", which has 80, 81; give the number that clients dial'],
    [{ client: {}, server: { namespace: 'shop', service: 'cart' }, servicePort: 80 }, 'the client has no namespace, which rules depend on; give client.namespace'],
  ])('%j is refused', (options, message) => {
    expect(() => analysis.traffic(options)).toThrow(message);
  });
});

test('workloads come with data plane, evidence and mode', () => {
  const [first, second] = MtlsAnalysis.ofManifests([strict, cart, namespace, workload('cart'), workload('front')]).workloads();
  expect(first).toMatchObject({
    workload: reference('Deployment', 'cart'), labels: { app: 'cart' }, workloadPorts: [8080, 9090], dataPlane: DataPlane.SIDECAR, effectiveMode: { mode: 'STRICT' },
  });
  expect(first.evidence.join()).toContain('istio-injection');
  expect(second.workload.name).toBe('front');
});

describe('of a construct', () => {
  test('the whole App is looked at, whatever its enforcement says; findings are those of the scope', () => {
    const app = Testing.app();
    new MeshProfile(app, 'profile', { mesh: 'prod', enforcement: Enforcement.OFF });
    const [one, other] = ['one', 'other'].map((id) => new Chart(app, id, { namespace: 'shop' }));
    new NamespaceMtls(one, 'strict', { mode: MtlsMode.STRICT });
    new WorkloadMtls(other, 'cart', { matchLabels: { app: 'cart' }, mode: MtlsMode.DISABLE });
    new ApiObject(other, 'bad', policy('shop', 'bad', { mtls: { mode: 'SOMETIMES' } }));
    const analysis = MtlsAnalysis.of(other);
    expect(analysis.effectiveMode({ namespace: 'shop', labels: { app: 'cart' } }).decidedBy)
      .toEqual({ ...reference('PeerAuthentication', 'cart'), construct: 'other/cart' });
    expect(analysis.findings({ ids: ['MTLS101'] })).toMatchObject([{ id: 'MTLS101', severity: MtlsSeverity.ERROR, mesh: 'prod', object: { construct: 'other/bad' } }]);
    expect(MtlsAnalysis.of(one).findings({ ids: ['MTLS101'] })).toEqual([]);
    expect(() => analysis.assertNoFindings({ minimumSeverity: MtlsSeverity.ERROR })).toThrow(/^expected no findings, got 1:\nerror: \[other\/bad\] MTLS101 /);
    MtlsAnalysis.of(one).assertNoFindings({ minimumSeverity: MtlsSeverity.ERROR });
  });
});

test.each([
  [() => MtlsAnalysis.ofManifests('kind: Pod' as any), 'objects "kind: Pod" is no list; give Kubernetes objects as plain data, such as Yaml.load gives'],
  [() => MtlsAnalysis.ofManifests([], { istioVersion: 'latest' }), 'istioVersion "latest" is no release of Istio'],
  [() => MtlsAnalysis.ofManifests([]).findings({ minimumSeverity: 'LOUD' as any }), 'minimumSeverity "LOUD" is unknown; write ERROR, WARNING, INFO'],
  [() => MtlsAnalysis.ofManifests([]).findings({ ruleset: 'lax' }), "no ruleset is called 'lax'"],
])('wrong input is refused: %#', (ask, message) => {
  expect(ask).toThrow(message);
});
