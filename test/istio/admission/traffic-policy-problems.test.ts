import { trafficPolicyProblems, trafficPolicyWarnings } from '../../../src/istio/admission/traffic-policy-problems';

const places = (policy: unknown) => trafficPolicyProblems(policy, 'bar', 'at').map(({ rule, refusedBy, path }) => `${rule} ${refusedBy.join('+')} ${path}`);
const port = { number: 80 };

describe('problems', () => {
  test.each([
    [undefined, []],
    [{ tls: {} }, []],
    [{ outlierDetection: {} }, []],
    [{ proxyProtocol: {} }, []],
    [{ retryBudget: {} }, []],
    [{ loadBalancer: {} }, []],
    [{ tunnel: { targetHost: 'a.com', targetPort: 80 } }, []],
    // sidecar.md B10: the number is not looked at, nor is it compared with others.
    [{ portLevelSettings: [{ port, tls: {} }, { port, tls: {} }, { port: {}, tls: {} }, { port: { number: 70000 }, tls: {} }] }, []],
    [{}, ['sidecar.md B9 webhook at']],
    [{ tls: null, unknown: 5 }, ['sidecar.md B9 webhook at']],
    [{ portLevelSettings: [] }, ['sidecar.md B9 webhook at']],
    [{ tunnel: { targetHost: 'a.com', targetPort: 80 }, proxyProtocol: {} }, ['sidecar.md B9 webhook at']],
    [{ tls: { mode: 'MUTUAL', privateKey: 'k' } }, ['sidecar.md B3 webhook at.tls.clientCertificate']],
    [{ connectionPool: {} }, ['istio validateConnectionPool webhook at.connectionPool']],
    [{ loadBalancer: { consistentHash: { maglev: {} } } }, ['istio validateLoadBalancer webhook at.loadBalancer.consistentHash.maglev.tableSize']],
    [{ loadBalancer: { localityLbSetting: { failover: [{}] } } },
      ['istio ValidateLocalityLbSetting webhook at.loadBalancer.localityLbSetting.failover[0]']],
    [{ outlierDetection: { minHealthPercent: 101 } }, ['istio validateOutlierDetection webhook at.outlierDetection.minHealthPercent']],
    [{ tunnel: { targetHost: 'a.com', targetPort: 0 } }, ['istio validateTunnelSettings webhook at.tunnel.targetPort']],
    [{ retryBudget: { budgetInterval: '5' } }, ['istio ValidateDuration webhook at.retryBudget.budgetInterval']],
    [{ portLevelSettings: [{ port }, { tls: {} }, { port: null }, null] }, [
      'sidecar.md B10 webhook at.portLevelSettings[0]',
      'sidecar.md B10 webhook at.portLevelSettings[1].port',
      'sidecar.md B10 webhook at.portLevelSettings[2].port',
      'sidecar.md B10 webhook at.portLevelSettings[2]',
    ]],
    [{ portLevelSettings: [{ port, tls: { mode: 'MUTUAL', privateKey: 'k' }, connectionPool: { tcp: { connectTimeout: '0s' } } }] }, [
      'sidecar.md B3 webhook at.portLevelSettings[0].tls.clientCertificate',
      'istio ValidateDuration crd+webhook at.portLevelSettings[0].connectionPool.tcp.connectTimeout',
    ]],
  ])('%j', (policy, expected) => {
    expect(places(policy)).toEqual(expected);
  });

  test('messages', () => {
    const messages = [{}, { tunnel: { targetHost: 'a', targetPort: 1 }, proxyProtocol: {} }, { portLevelSettings: [{}] }]
      .flatMap(policy => trafficPolicyProblems(policy, 'bar', 'at')).map(({ message }) => message);
    expect(messages).toEqual([
      'trafficPolicy is empty; write at least one of outlierDetection, connectionPool, loadBalancer, tls, portLevelSettings, tunnel, proxyProtocol, '
        + 'retryBudget, or leave it out',
      'tunnel and proxyProtocol exclude each other; keep one of them',
      'the entry has no port; write port.number with the port of the Service',
      'the entry of the port says nothing; write at least one of outlierDetection, connectionPool, loadBalancer, tls',
    ]);
  });
});

describe('warnings', () => {
  const warned = { outlierDetection: { consecutiveErrors: 5 }, loadBalancer: { consistentHash: { minimumRingSize: 5 } } };

  test.each([
    [undefined, []],
    [warned, ['at.outlierDetection.consecutiveErrors', 'at.loadBalancer.consistentHash.minimumRingSize']],
    [{ loadBalancer: { localityLbSetting: { failoverPriority: ['a'] } } }, ['at.loadBalancer.localityLbSetting']],
    [{ loadBalancer: { localityLbSetting: { failoverPriority: ['a'] } }, outlierDetection: {} }, []],
    // sidecar.md B16
    [{ portLevelSettings: [{ port, ...warned }] }, []],
  ])('%j', (policy, expected) => {
    expect(trafficPolicyWarnings(policy, 'at').map(({ path }) => path)).toEqual(expected);
  });
});
