import fc from 'fast-check';

// Objects that are mostly right and wrong in one place or two: what random JSON never finds.

const rarely = <T>(value: fc.Arbitrary<T>, odd: fc.Arbitrary<unknown>) => fc.oneof({ weight: 99, arbitrary: value }, { weight: 1, arbitrary: odd });
const odd = fc.oneof(fc.constant(null), fc.constant(''), fc.constant('x*'), fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(), fc.constant([]), fc.constant({}), fc.constant([null]), fc.constant('5'));
/** Mostly one of the good values, now and then a bad or an odd one. */
const one = (good: unknown[], bad: unknown[] = []) => fc.oneof(
  { weight: 60, arbitrary: fc.constantFrom(...good) }, { weight: 3, arbitrary: fc.constantFrom(...good, ...bad) }, { weight: 1, arbitrary: odd });
const some = (members: Record<string, fc.Arbitrary<unknown>>, required: string[] = []) =>
  rarely(fc.subarray(Object.keys(members), { maxLength: Math.min(4, Object.keys(members).length) }).chain(keys =>
    fc.record(Object.fromEntries([...new Set([...required, ...keys])].map(key => [key, members[key]])))), odd);
const list = (member: fc.Arbitrary<unknown>, most = 3) => rarely(fc.array(member, { maxLength: most }), odd);

const rareKey = (good: string[], bad: string[]) => fc.oneof({ weight: 15, arbitrary: fc.constantFrom(...good) }, { weight: 1, arbitrary: fc.constantFrom(...bad) });

const text = one(['a', 'b', '']);
const flag = one([true, false]);
const count = one([0, 1, 7, 100], [101, -1, 2 ** 31, 2 ** 32 - 1, 2 ** 32, 1.5]);
const duration = one(['1s', '1m30s', '1ms', '1.5s', '.5s', '1h'], ['0.5ms', '2.000000005s', '0s', '-1s', '1', '', 'soon']);
const labels = rarely(fc.dictionary(rareKey(['app', 'a.b/c', '__proto__'], ['a*', '']), one(['v', '', 'x'.repeat(63)], ['x*', 'x'.repeat(64)]), { maxKeys: 3 }), odd);
const selector = some({ matchLabels: labels });

const tls = some({
  mode: one(['DISABLE', 'SIMPLE', 'MUTUAL', 'ISTIO_MUTUAL'], ['STRICT']),
  clientCertificate: text, privateKey: text, caCertificates: text, caCrl: text, sni: text,
  credentialName: one(['c', '', 'configmap://bar/c'], ['configmap://other/c', 'configmap://c']),
  insecureSkipVerify: flag, subjectAltNames: list(text),
});
const connectionPool = some({
  tcp: some({
    maxConnections: count, connectTimeout: duration, maxConnectionDuration: duration, idleTimeout: duration,
    tcpKeepalive: some({ time: duration, interval: duration, probes: count }),
  }),
  http: some({
    http1MaxPendingRequests: count, http2MaxRequests: count, idleTimeout: duration, h2UpgradePolicy: one(['UPGRADE', 'DEFAULT'], ['upgrade']),
    useClientProtocol: flag, http2KeepAlive: some({ interval: duration, timeout: duration }),
  }),
});
const outlierDetection = some({
  consecutiveErrors: count, consecutive5xxErrors: count, consecutiveLocalOriginFailures: count, splitExternalLocalOriginErrors: flag,
  interval: duration, baseEjectionTime: duration, maxEjectionPercent: count, minHealthPercent: count,
  outlierDetectionHttpErrorCodes: list(one([200, 503], [99, 600])),
});
const region = one(['a', 'b', 'a/b', 'a/*', '*', 'a*', '']);
const priority = list(one(['topology.kubernetes.io/zone', 'app']));
const loadBalancer = some({
  simple: one(['ROUND_ROBIN', 'PASSTHROUGH'], ['round_robin']),
  consistentHash: some({
    httpHeaderName: text, useSourceIp: flag, minimumRingSize: count, ringHash: some({ minimumRingSize: count }), maglev: some({ tableSize: one([0, 2, 65537, 4]) }),
    httpCookie: some({ name: text, ttl: duration, attributes: list(some({ name: text, value: text })) }),
  }),
  backendUtilization: some({ weightUpdatePeriod: duration, errorUtilizationPenaltyPercent: count }),
  warmup: some({ duration, minimumPercent: count, aggression: one([0, 0.5, 1], [-0.1]) }),
  warmupDurationSecs: duration,
  localityLbSetting: some({
    enabled: flag, failoverPriority: priority, failover: list(some({ from: region, to: region })),
    distribute: list(some({ from: region, to: fc.dictionary(fc.constantFrom('a', 'b', 'a/b', '*'), one([50, 100, 0])) })),
  }),
  zoneAwareLbSetting: some({ enabled: flag, failoverPriority: priority, failover: list(some({ from: region, to: region })), minClusterSize: count }),
});
const settings = { tls, connectionPool, outlierDetection, loadBalancer };
const trafficPolicy = some({
  ...settings,
  portLevelSettings: list(some({ ...settings, port: some({ number: count }) })),
  tunnel: some({ protocol: one(['CONNECT', 'GET', '']), targetHost: one(['a.com', '1.1.1.1', '::1', '-']), targetPort: count }, ['targetHost', 'targetPort']),
  proxyProtocol: some({ version: one(['V1'], ['V3']) }),
  retryBudget: some({ percent: count, minRetryConcurrency: count, budgetInterval: duration }),
});

const metadata = some({
  name: text, namespace: one(['bar', 'default']), annotations: some({ 'istio.io/dry-run': text, 'example.com/owner': text }),
});

export const policies = fc.record({
  kind: fc.constant('PeerAuthentication'),
  metadata,
  spec: some({
    selector,
    mtls: some({ mode: one(['UNSET', 'DISABLE', 'PERMISSIVE', 'STRICT'], ['strict']) }),
    portLevelMtls: rarely(fc.dictionary(
      rareKey(['80', '8080', '65535'], ['0', '65536', '-1', '+80', '080', ' 80', 'http', '8e1']),
      some({ mode: one(['UNSET', 'STRICT'], ['on']) }), { maxKeys: 2 }), odd),
  }),
}, { requiredKeys: ['kind'] });

export const rules = fc.record({
  kind: fc.constant('DestinationRule'),
  metadata,
  spec: some({
    host: one(['reviews', '*.bar.svc.cluster.local', '1.1.1.1', 'a_b']),
    workloadSelector: selector,
    exportTo: list(one(['.', '*', '~', 'bar', 'other'])),
    trafficPolicy,
    subsets: list(some({ name: one(['v1', 'v2', 'V_1']), labels, trafficPolicy }, ['name'])),
  }, ['host']),
}, { requiredKeys: ['kind'] });
