import { portKind, protocolOf, servicePortProtocol } from '../../../src/istio/model/port-protocol';

test.each([
  ['http', undefined, 'HTTP', 'http'],
  ['http-web', undefined, 'HTTP', 'http'],
  ['HTTP-web', undefined, 'HTTP', 'http'],
  ['http2', undefined, 'HTTP2', 'http'],
  ['http2-x', undefined, 'HTTP2', 'http'],
  ['http_proxy', undefined, 'HTTP_PROXY', 'http'],
  ['grpc', undefined, 'GRPC', 'http'],
  ['grpc-api', undefined, 'GRPC', 'http'],
  ['grpc-web', undefined, 'GRPC-WEB', 'http'],
  ['grpc-web-x', undefined, 'GRPC-WEB', 'http'],
  ['grpc-website', undefined, 'GRPC-WEB', 'http'],
  ['tcp', undefined, 'TCP', 'tcp'],
  ['tcp-x', undefined, 'TCP', 'tcp'],
  ['tls', undefined, 'TLS', 'tcp'],
  ['https', undefined, 'HTTPS', 'tcp'],
  ['https-admin', undefined, 'HTTPS', 'tcp'],
  ['mongo', undefined, 'MONGO', 'tcp'],
  ['redis', undefined, 'REDIS', 'tcp'],
  ['mysql', undefined, 'MYSQL', 'tcp'],
  ['udp', undefined, undefined, 'auto'],
  ['web', undefined, undefined, 'auto'],
  ['httpweb', undefined, undefined, 'auto'],
  ['postgres', undefined, undefined, 'auto'],
  ['-http', undefined, undefined, 'auto'],
  [undefined, undefined, undefined, 'auto'],
  ['tcp', 'http', 'HTTP', 'http'],
  ['http', 'tcp', 'TCP', 'tcp'],
  ['http', 'unheard-of', undefined, 'auto'],
  ['http', 'kubernetes.io/h2c', 'HTTP2', 'http'],
  ['tcp', 'kubernetes.io/ws', 'HTTP', 'http'],
  ['http', 'kubernetes.io/wss', 'HTTPS', 'tcp'],
  [undefined, 'HTTPS', 'HTTPS', 'tcp'],
])('name %s, appProtocol %s', (name, appProtocol, protocol, kind) => {
  expect(servicePortProtocol(8080, name, appProtocol)).toBe(protocol);
  expect(portKind(protocol)).toBe(kind);
});

test.each([[25, 'TCP'], [53, 'TCP'], [3306, 'TCP'], [27017, 'TCP'], [80, undefined], [5432, undefined]])('an undeclared port %s', (port, protocol) => {
  expect(servicePortProtocol(port, undefined, undefined)).toBe(protocol);
  expect(servicePortProtocol(port, 'http', undefined)).toBe('HTTP');
});

test.each([['HTTP', 'HTTP'], ['grpc-web', 'GRPC-WEB'], ['tcp', 'TCP'], ['UDP', 'UDP'], ['http-web', undefined], ['', undefined], [undefined, undefined]])('the word %s', (word, protocol) => {
  expect(protocolOf(word)).toBe(protocol);
});
