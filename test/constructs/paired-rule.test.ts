import { ApiObject, Chart, Testing } from 'cdk8s';
import { LoadBalancerAlgorithm, MeshWideMtls, MtlsMode, MtlsPort, NamespaceMtls, TrafficSettings, WorkloadMtls } from '../../src';
import { chartIn, deployment, service, ServicePort } from './support/objects';

interface RuleSpec {
  readonly host: string;
  readonly trafficPolicy: Record<string, unknown> & {
    readonly tls: { readonly mode: string };
    readonly portLevelSettings?: readonly { readonly port: { readonly number: number }; readonly tls: { readonly mode: string } }[];
  };
}

function rulesIn(chart: Chart): RuleSpec[] {
  return Testing.synth(chart).filter(({ kind }) => kind === 'DestinationRule').map(({ spec }) => spec);
}

/** Client TLS of the rule, and by Service port. */
function tlsIn(chart: Chart): [string, Record<string, string>] {
  const [{ trafficPolicy: { tls, portLevelSettings = [] } }] = rulesIn(chart);
  return [tls.mode, Object.fromEntries(portLevelSettings.map((entry) => [entry.port.number, entry.tls.mode]))];
}

const AGREEING = [[MtlsMode.STRICT, 'ISTIO_MUTUAL'], [MtlsMode.PERMISSIVE, 'ISTIO_MUTUAL'], [MtlsMode.DISABLE, 'DISABLE']] as const;

test('there is none unless it is asked for', () => {
  const chart = chartIn();
  const policy = new NamespaceMtls(chart, 'strict', { mode: MtlsMode.STRICT });
  expect([policy.pairedRule, Testing.synth(chart).length]).toEqual([undefined, 1]);
});

test.each(AGREEING)('of a namespace: %s gives %s', (mode, tls) => {
  const chart = chartIn();
  new NamespaceMtls(chart, 'policy', { mode, pairedRule: {} });
  expect(rulesIn(chart)).toEqual([{ host: '*.production.svc.cluster.local', trafficPolicy: { tls: { mode: tls } } }]);
});

test.each(AGREEING)('of the mesh: %s gives %s', (mode, tls) => {
  const chart = chartIn('istio-system');
  new MeshWideMtls(chart, 'mesh', { mode, pairedRule: { host: '*.svc.cluster.local', exportTo: ['*'] } });
  expect(rulesIn(chart)).toEqual([{ host: '*.svc.cluster.local', exportTo: ['*'], trafficPolicy: { tls: { mode: tls } } }]);
});

test.each(AGREEING)('of a workload: %s gives %s', (mode, tls) => {
  const chart = chartIn();
  new WorkloadMtls(chart, 'policy', { matchLabels: { app: 'finance' }, mode, pairedRule: { service: service(chart, 'finance', [{ port: 80 }]) } });
  expect(rulesIn(chart)).toEqual([{ host: 'finance.production.svc.cluster.local', trafficPolicy: { tls: { mode: tls } } }]);
});

test('is an object of its own below the policy', () => {
  const chart = chartIn();
  const policy = new NamespaceMtls(chart, 'strict', { mode: MtlsMode.STRICT, pairedRule: {} });
  expect(policy.pairedRule).toBe(ApiObject.of(policy.pairedRule!));
  expect(policy.pairedRule!.node.path).toBe('chart/strict/paired-rule');
  expect(Testing.synth(chart)).toMatchSnapshot();
});

const SERVICE: ServicePort[] = [
  { name: 'http', port: 80, targetPort: 8080 },
  { name: 'alias', port: 81, targetPort: 8080 },
  { name: 'admin', port: 9000, targetPort: 'admin' },
  { name: 'same', port: 8443 },
  { name: 'dns', port: 53, targetPort: 8080, protocol: 'UDP' },
];

test.each<[string, MtlsMode, Record<string, MtlsMode>, [string, Record<string, string>]]>([
  ['every Service port of a workload port', MtlsMode.STRICT, { 8080: MtlsMode.DISABLE }, ['ISTIO_MUTUAL', { 80: 'DISABLE', 81: 'DISABLE' }]],
  ['a named target port', MtlsMode.STRICT, { 9090: MtlsMode.DISABLE }, ['ISTIO_MUTUAL', { 9000: 'DISABLE' }]],
  ['an absent target port', MtlsMode.PERMISSIVE, { 8443: MtlsMode.DISABLE }, ['ISTIO_MUTUAL', { 8443: 'DISABLE' }]],
  ['the other way round', MtlsMode.DISABLE, { 8080: MtlsMode.PERMISSIVE, 8443: MtlsMode.STRICT },
    ['DISABLE', { 80: 'ISTIO_MUTUAL', 81: 'ISTIO_MUTUAL', 8443: 'ISTIO_MUTUAL' }]],
  ['a port that no Service exposes', MtlsMode.STRICT, { 15020: MtlsMode.DISABLE }, ['ISTIO_MUTUAL', {}]],
  ['a port for which clients send the same', MtlsMode.STRICT, { 8080: MtlsMode.PERMISSIVE }, ['ISTIO_MUTUAL', {}]],
  ['an UNSET port, which has the mode of the policy', MtlsMode.DISABLE, { 8080: MtlsMode.UNSET }, ['DISABLE', {}]],
])('agrees port by port: %s', (_, mode, portOverrides, expected) => {
  const chart = chartIn();
  new WorkloadMtls(chart, 'policy', {
    workload: deployment(chart, 'finance', [{ name: 'admin', containerPort: 9090 }]), mode, portOverrides, pairedRule: { service: service(chart, 'finance-service', SERVICE) },
  });
  expect(tlsIn(chart)).toEqual(expected);
});

test('a port that is added later is in the rule as well', () => {
  const chart = chartIn();
  const exposed = service(chart, 'finance', [{ name: 'http', port: 80, targetPort: 8080 }]);
  const policy = new WorkloadMtls(chart, 'policy', { matchLabels: { app: 'finance' }, mode: MtlsMode.STRICT, pairedRule: { service: exposed } });
  policy.addPort(MtlsPort.ofService(exposed, 'http'), MtlsMode.DISABLE);
  expect(tlsIn(chart)).toEqual(['ISTIO_MUTUAL', { 80: 'DISABLE' }]);
});

test('labels are enough while no port differs, whatever the target ports are called', () => {
  const chart = chartIn();
  new WorkloadMtls(chart, 'policy', {
    matchLabels: { app: 'finance' }, mode: MtlsMode.STRICT, portOverrides: { 8080: MtlsMode.PERMISSIVE }, pairedRule: { service: service(chart, 'finance', SERVICE) },
  });
  expect(tlsIn(chart)).toEqual(['ISTIO_MUTUAL', {}]);
});

test('a host serves as well while no port differs', () => {
  const chart = chartIn();
  new WorkloadMtls(chart, 'policy', { matchLabels: { app: 'finance' }, mode: MtlsMode.DISABLE, pairedRule: { host: 'finance.production.svc.cluster.local' } });
  expect(rulesIn(chart)).toEqual([{ host: 'finance.production.svc.cluster.local', trafficPolicy: { tls: { mode: 'DISABLE' } } }]);
});

const TRAFFIC: TrafficSettings = {
  loadBalancer: { simple: LoadBalancerAlgorithm.LEAST_REQUEST },
  connectionPool: { tcp: { maxConnections: 100, connectTimeout: '3s', tcpKeepalive: { probes: 3 } }, http: { http1MaxPendingRequests: 10 } },
  outlierDetection: { consecutive5xxErrors: 7, interval: '30s' },
  additionalSettings: { retryBudget: { percent: 20 } },
};

test('other settings are passed through, and repeated where a port replaces them', () => {
  const chart = chartIn();
  new WorkloadMtls(chart, 'policy', {
    matchLabels: { app: 'finance' },
    mode: MtlsMode.STRICT,
    portOverrides: { 8080: MtlsMode.DISABLE },
    pairedRule: { service: service(chart, 'finance', SERVICE.slice(0, 1)), ...TRAFFIC },
  });
  const { additionalSettings, ...atPorts } = TRAFFIC;
  expect(rulesIn(chart)[0].trafficPolicy).toEqual({
    ...atPorts,
    ...additionalSettings,
    tls: { mode: 'ISTIO_MUTUAL' },
    portLevelSettings: [{ port: { number: 80 }, ...atPorts, tls: { mode: 'DISABLE' } }],
  });
});
