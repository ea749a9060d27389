import { connectionPoolProblems } from '../../../src/istio/admission/connection-pool-problems';

test.each([
  [undefined, []],
  [{ tcp: {} }, []],
  [{ http: { http1MaxPendingRequests: 0, idleTimeout: '1s', h2UpgradePolicy: 'UPGRADE', useClientProtocol: false } }, []],
  [{ http: { http2KeepAlive: { interval: '15s', timeout: '5s' }, useClientProtocol: true } }, []],
  [{ tcp: { maxConnections: 7, connectTimeout: '2s', idleTimeout: '0s', tcpKeepalive: { time: '1s', interval: '1s' } } }, []],
  [{}, ['at: connectionPool is empty; write http or tcp settings, or leave it out']],
  [{ http: null, tcp: null }, ['at: connectionPool is empty; write http or tcp settings, or leave it out']],
  [{ tcp: { maxConnections: -1 } }, ['at.tcp.maxConnections: maxConnections is -1; write 0 or more']],
  [{ http: { http1MaxPendingRequests: -1, http2MaxRequests: -1, maxRequestsPerConnection: -1, maxRetries: -1, maxConcurrentStreams: -1 } }, [
    'at.http.http1MaxPendingRequests: http1MaxPendingRequests is -1; write 0 or more',
    'at.http.http2MaxRequests: http2MaxRequests is -1; write 0 or more',
    'at.http.maxRequestsPerConnection: maxRequestsPerConnection is -1; write 0 or more',
    'at.http.maxRetries: maxRetries is -1; write 0 or more',
    'at.http.maxConcurrentStreams: maxConcurrentStreams is -1; write 0 or more',
  ]],
  [{ http: { h2UpgradePolicy: 'UPGRADE', useClientProtocol: true } },
    ['at.http.useClientProtocol: useClientProtocol: true contradicts h2UpgradePolicy: UPGRADE; keep one of them']],
  [{ http: { http2KeepAlive: {} } }, [
    'at.http.http2KeepAlive.interval: http2KeepAlive without interval; write both interval and timeout',
    'at.http.http2KeepAlive.timeout: http2KeepAlive without timeout; write both interval and timeout',
  ]],
  [{ http: { idleTimeout: '0s', http2KeepAlive: { interval: '0s', timeout: '1s' } } }, [
    'at.http.idleTimeout: duration "0s" is too short; write at least "1ms"',
    'at.http.http2KeepAlive.interval: duration "0s" is too short; write at least "1ms"',
  ]],
  [{ tcp: { connectTimeout: '0s', maxConnectionDuration: '500ns', idleTimeout: '-1s', tcpKeepalive: { time: '0s', interval: '0s' } } }, [
    'at.tcp.connectTimeout: duration "0s" is too short; write at least "1ms"',
    'at.tcp.maxConnectionDuration: duration "500ns" is too short; write at least "1ms"',
    'at.tcp.idleTimeout: duration "-1s" is too short; write at least "1ms"',
    'at.tcp.tcpKeepalive.time: duration "0s" is too short; write at least "1ms"',
    'at.tcp.tcpKeepalive.interval: duration "0s" is too short; write at least "1ms"',
  ]],
])('%j', (connectionPool, expected) => {
  expect(connectionPoolProblems(connectionPool, 'at').map(({ path, message }) => `${path}: ${message}`)).toEqual(expected);
});
