import { Asked, HOST, questionOf, told, trafficOf } from './support/traffic-of';
import { PortKind } from '../../../src/istio/model/service';
import { traffic } from '../../../src/istio/traffic/traffic';
import { meshPolicy, namespacePolicy, rule, workloadPolicy } from '../client-tls/support/client-tls-of';
import { meshOf, ruleAt, Written } from '../rule-selection/support/mesh-of';

const tls = (mode: string, more: Written = {}) => rule({ tls: { mode, ...more } });
const FILES = { clientCertificate: 'cert.pem', privateKey: 'key.pem' };
const MESH = { certificate: { issuedByMesh: true, trustDomain: undefined } };
const HTTP = { portKind: 'http' as PortKind };
const TCP = { portKind: 'tcp' as PortKind };
const AUTO = { portKind: 'auto' as PortKind };
const NONE = { dataPlane: 'none' } as const;
const AMBIENT = { dataPlane: 'ambient' } as const;

/** The columns of the table: the server's mode or data plane. A policy at mesh level, so that auto mTLS sees it. */
const COLUMNS = {
  strict: (port: Asked['server']): readonly [readonly Written[], Asked['server']] => [[meshPolicy('STRICT')], port],
  permissive: (port: Asked['server']): readonly [readonly Written[], Asked['server']] => [[meshPolicy('PERMISSIVE')], port],
  disable: (port: Asked['server']): readonly [readonly Written[], Asked['server']] => [[meshPolicy('DISABLE')], port],
  none: (port: Asked['server']): readonly [readonly Written[], Asked['server']] => [[], { ...port, ...NONE }],
  ambientStrict: (port: Asked['server']): readonly [readonly Written[], Asked['server']] => [[meshPolicy('STRICT')], { ...port, ...AMBIENT }],
  ambientPermissive: (port: Asked['server']): readonly [readonly Written[], Asked['server']] => [[], { ...port, ...AMBIENT }],
  ambientDisable: (port: Asked['server']): readonly [readonly Written[], Asked['server']] => [[meshPolicy('DISABLE')], { ...port, ...AMBIENT }],
};

const CHAIN = 'refused: no-filter-chain';
const CERT = 'refused: tls-handshake';
const CODEC = 'refused: http-codec';
const PASS = 'tls-passthrough?';
const LOST = 'tls-passthrough!';
const TUNNEL = 'mtls hbone';
const INSIDE = 'tls-passthrough? hbone';
const ZTUNNEL = 'refused: ztunnel';

/** ambient-and-traffic.md D, each row twice: for an HTTP and for a TCP port. In the order of COLUMNS. */
const rows: readonly (readonly [name: string, port: Asked['server'], objects: readonly Written[], asked: Asked, cells: readonly string[]])[] = [
  ['sidecar, no rule', HTTP, [], {}, ['mtls', 'mtls', 'plaintext', 'plaintext', TUNNEL, TUNNEL, TUNNEL]],
  ['sidecar, no rule', TCP, [], {}, ['mtls', 'mtls', 'plaintext', 'plaintext', TUNNEL, TUNNEL, TUNNEL]],
  ['gateway, no rule', HTTP, [], { client: 'gateway' }, ['mtls', 'mtls', 'plaintext', 'plaintext', TUNNEL, TUNNEL, TUNNEL]],
  ['sidecar, DISABLE', HTTP, [tls('DISABLE')], {}, [CHAIN, 'plaintext', 'plaintext', 'plaintext', TUNNEL, TUNNEL, TUNNEL]],
  ['sidecar, DISABLE', TCP, [tls('DISABLE')], {}, [CHAIN, 'plaintext', 'plaintext', 'plaintext', TUNNEL, TUNNEL, TUNNEL]],
  ['sidecar, SIMPLE', HTTP, [tls('SIMPLE')], {}, [CERT, CHAIN, CODEC, PASS, INSIDE, INSIDE, INSIDE]],
  ['sidecar, SIMPLE', TCP, [tls('SIMPLE')], {}, [CERT, PASS, PASS, PASS, INSIDE, INSIDE, INSIDE]],
  ['sidecar, MUTUAL, mesh CA', HTTP, [tls('MUTUAL', FILES)], { client: MESH }, ['mtls', CHAIN, CODEC, PASS, INSIDE, INSIDE, INSIDE]],
  ['sidecar, MUTUAL, mesh CA', TCP, [tls('MUTUAL', FILES)], { client: MESH }, ['mtls', PASS, PASS, PASS, INSIDE, INSIDE, INSIDE]],
  ['sidecar, MUTUAL, other CA', HTTP, [tls('MUTUAL', FILES)], {}, [CERT, CHAIN, CODEC, PASS, INSIDE, INSIDE, INSIDE]],
  ['sidecar, MUTUAL, other CA', AUTO, [tls('MUTUAL', FILES)], {}, [CERT, PASS, PASS, PASS, INSIDE, INSIDE, INSIDE]],
  ['sidecar, ISTIO_MUTUAL', HTTP, [tls('ISTIO_MUTUAL')], {}, ['mtls', 'mtls', CODEC, 'refused: application', TUNNEL, TUNNEL, TUNNEL]],
  ['sidecar, ISTIO_MUTUAL', TCP, [tls('ISTIO_MUTUAL')], {}, ['mtls', 'mtls', LOST, 'refused: application', TUNNEL, TUNNEL, TUNNEL]],
  ['outside, plaintext', HTTP, [], { client: 'none' }, [CHAIN, 'plaintext', 'plaintext', 'plaintext', ZTUNNEL, 'plaintext', 'plaintext']],
  ['outside, plaintext', TCP, [], { client: 'none' }, [CHAIN, 'plaintext', 'plaintext', 'plaintext', ZTUNNEL, 'plaintext', 'plaintext']],
  ['outside, own TLS', HTTP, [], { client: 'none', call: { applicationTls: true } }, [CERT, CHAIN, CODEC, PASS, ZTUNNEL, PASS, PASS]],
  ['outside, own TLS', TCP, [], { client: 'none', call: { applicationTls: true } }, [CERT, PASS, PASS, PASS, ZTUNNEL, PASS, PASS]],
  ['outside, mesh certificate', HTTP, [], { client: { kind: 'none', ...MESH }, call: { sends: 'mtls' } }, ['mtls', CHAIN, CODEC, PASS, ZTUNNEL, PASS, PASS]],
  ['outside, mesh certificate', TCP, [], { client: { kind: 'none', ...MESH }, call: { sends: 'mtls' } }, ['mtls', PASS, PASS, PASS, ZTUNNEL, PASS, PASS]],
  ['ztunnel', HTTP, [tls('SIMPLE')], { client: 'ambient' }, [CHAIN, 'plaintext', 'plaintext', 'plaintext', TUNNEL, TUNNEL, TUNNEL]],
  ['ztunnel to a sidecar with HBONE', { ...HTTP, hbone: true }, [], { client: 'ambient' }, [TUNNEL, TUNNEL, TUNNEL, 'plaintext', TUNNEL, TUNNEL, TUNNEL]],
  ['kubelet, rewritten', HTTP, [], { client: 'kubelet' }, Array<string>(7).fill('plaintext')],
  [
    'kubelet, not rewritten',
    HTTP,
    [],
    { client: { kind: 'kubelet', probesRewritten: false } },
    [CHAIN, 'plaintext', 'plaintext', 'plaintext', 'plaintext', 'plaintext', 'plaintext'],
  ],
];

test.each(rows)('traffic: %s, %j', (_, port, objects, asked, cells) => {
  const got = Object.entries(COLUMNS).map(([column, make]) => {
    const [policies, server] = make(port);
    return `${column}: ${told(trafficOf([...policies, ...objects], { ...asked, server }))}`;
  });
  expect(got).toEqual(Object.keys(COLUMNS).map((column, index) => `${column}: ${cells[index]}`));
});

const SERVER_FIRST = { serverFirst: true };
const special: readonly (readonly [name: string, objects: readonly Written[], asked: Asked, expected: string])[] = [
  ['C1c: STRICT under DISABLE', [namespacePolicy('DISABLE'), workloadPolicy('STRICT')], {}, CHAIN],
  ['C1d: headless ignores workload DISABLE', [workloadPolicy('DISABLE')], { destination: { headless: true } }, CODEC],
  ['C1d: headless with a plain pod', [meshPolicy('STRICT')], { destination: { headless: true, tlsModes: ['istio', undefined] } }, CHAIN],
  ['B9: headless to STRICT ambient pods', [meshPolicy('STRICT')], { server: AMBIENT, destination: { headless: true } }, ZTUNNEL],
  ['B9: headless to PERMISSIVE ambient pods', [], { server: AMBIENT, destination: { headless: true } }, 'plaintext'],
  ['B9: headless ISTIO_MUTUAL to ambient pods', [tls('ISTIO_MUTUAL')], { server: AMBIENT, destination: { headless: true } }, 'refused: application'],
  ['A19: a waypoint adds user TLS', [tls('SIMPLE')], { client: 'ambient', server: { ...AMBIENT, waypoint: true } }, INSIDE],
  ['A19: a waypoint does not read DISABLE', [tls('DISABLE')], { client: 'ambient', server: { ...AMBIENT, waypoint: true } }, TUNNEL],
  ['A19: outsiders go past the waypoint', [meshPolicy('STRICT')], { client: 'none', server: { ...AMBIENT, waypoint: true } }, ZTUNNEL],
  ['A20: a pod that is not captured', [meshPolicy('STRICT')], { client: 'none', server: { ...AMBIENT, captured: false } }, 'plaintext'],
  ['C7: server first under PERMISSIVE', [tls('DISABLE')], { server: { ...TCP, ...SERVER_FIRST } }, 'stalled'],
  ['C7: server first under DISABLE', [tls('DISABLE'), workloadPolicy('DISABLE')], { server: { ...TCP, ...SERVER_FIRST } }, 'plaintext'],
  ['C7: server first under STRICT', [tls('DISABLE'), meshPolicy('STRICT')], { server: { ...TCP, ...SERVER_FIRST } }, CHAIN],
  ['C7: server first in mTLS', [], { server: { ...TCP, ...SERVER_FIRST } }, 'mtls'],
  ['C7: server first, own TLS', [], { client: 'none', server: { ...TCP, ...SERVER_FIRST }, call: { applicationTls: true } }, PASS],
  ['C7: server first without proxy', [], { server: { ...TCP, ...SERVER_FIRST, ...NONE } }, 'plaintext'],
  ['C7: server first on a detected port waits at the client', [], { server: { ...AUTO, ...SERVER_FIRST } }, 'stalled'],
  ['C7: ... whoever the server is', [], { server: { ...AUTO, ...SERVER_FIRST, ...NONE } }, 'stalled'],
  ['C7: ... not for a client without proxy', [], { client: 'none', server: { ...AUTO, ...SERVER_FIRST, ...NONE } }, 'plaintext'],
  ['C7: ... whose server proxy waits instead', [workloadPolicy('DISABLE')], { client: 'none', server: { ...AUTO, ...SERVER_FIRST } }, 'stalled'],
  ['C9: an excluded port takes plaintext under STRICT', [meshPolicy('STRICT')], { client: 'none', server: { captured: false } }, 'plaintext'],
  ['C9: ... and breaks mTLS, which clients still send', [meshPolicy('STRICT')], { server: { captured: false } }, 'refused: application'],
  ['a pod\'s own address gets what the application sends', [meshPolicy('STRICT')], { destination: null }, CHAIN],
  ['G1: a port policy', [meshPolicy('STRICT'), workloadPolicy(undefined, { 8080: 'PERMISSIVE' })], { client: 'none' }, 'plaintext'],
  ['G1: ... for another port', [meshPolicy('STRICT'), workloadPolicy(undefined, { 80: 'PERMISSIVE' })], { client: 'none' }, CHAIN],
  ['C6: user TLS on a Sidecar ingress port', [workloadPolicy('DISABLE')], { client: 'none', server: { ingressTls: 'SIMPLE' }, call: { sends: 'tls' } }, 'tls-terminated'],
  ['C6: ... not under STRICT', [workloadPolicy('STRICT')], { client: 'none', server: { ingressTls: 'SIMPLE' }, call: { sends: 'tls' } }, CERT],
  ['an application that speaks TLS through DISABLE', [tls('DISABLE')], { server: TCP, call: { applicationTls: true } }, PASS],
  ['an application that speaks TLS inside mTLS', [meshPolicy('STRICT')], { server: TCP, call: { applicationTls: true } }, 'mtls'],
  ['TCP inside mTLS to an HTTP port', [], { call: { application: 'tcp' } }, CODEC],
  ['an application that speaks TLS inside a tunnel', [], { server: { ...AMBIENT, ...TCP }, call: { applicationTls: true } }, TUNNEL],
  ['... into a sidecar', [], { client: 'ambient', server: { hbone: true, ...TCP }, call: { applicationTls: true } }, TUNNEL],
  ['HBONE into a sidecar with an HTTP codec', [], { client: 'ambient', server: { hbone: true }, call: { application: 'tcp' } }, 'refused: http-codec hbone'],
  ['an unknown server', [], { server: { dataPlane: 'unknown' } }, 'unknown'],
  ['an unknown client', [], { client: 'unknown' }, 'unknown'],
  ['auto mTLS off against STRICT', [meshPolicy('STRICT')], { profile: { autoMtls: false } }, CHAIN],
  ['E9: what fails open is refused by STRICT', [tls('SIMPLE', { credentialName: 'certs' }), meshPolicy('STRICT')], {}, CHAIN],
  ['a rule in the client namespace', [ruleAt('shop/all', { host: '*', trafficPolicy: { tls: { mode: 'DISABLE' } } }), tls('ISTIO_MUTUAL'), meshPolicy('STRICT')], {}, CHAIN],
  ['E11: metadata certificates are of the mesh', [meshPolicy('STRICT')], { client: { metadataCertificates: true } }, 'mtls'],
];

test.each(special)('traffic: %s', (_, objects, asked, expected) => {
  expect(told(trafficOf(objects, asked))).toBe(expected);
});

const ID = 'spiffe://cluster.local/ns/prod/sa/reviews';
const SANS = (...subjectAltNames: readonly string[]) => tls('ISTIO_MUTUAL', { subjectAltNames });
const foreign = (trustDomain: string): Asked => ({ client: { kind: 'none', certificate: { issuedByMesh: true, trustDomain } }, call: { sends: 'mtls' } });

test.each<readonly [string, readonly Written[], Asked, string]>([
  ['the accounts of the service are expected', [], { server: { identity: ID } }, 'mtls'],
  ['E6: the name of the rule', [SANS(ID)], { server: { identity: ID } }, 'mtls'],
  ['E6: one of several', [SANS('x', ID)], { server: { identity: ID } }, 'mtls'],
  ['E6: another name', [SANS('x')], { server: { identity: ID } }, 'refused: server-name'],
  ['E6: nobody knows the name', [SANS('x')], {}, 'mtls'],
  ['E6: DISABLE shows no certificate', [SANS('x'), workloadPolicy('DISABLE')], { server: { identity: ID, ...TCP } }, LOST],
  ['E6: a tunnel has its own names', [SANS('x')], { server: { ...AMBIENT, identity: ID } }, TUNNEL],
  ['a server without proxy that shows a mesh certificate', [tls('ISTIO_MUTUAL')], { server: { ...NONE, identity: ID } }, 'mtls'],
  ['... of another trust domain', [tls('ISTIO_MUTUAL')], { server: { ...NONE, identity: ID.replace('cluster.local', 'foo') } }, 'refused: server-name'],
  ['... that is an alias', [tls('ISTIO_MUTUAL')], { server: { ...NONE, identity: ID.replace('cluster.local', 'foo') }, aliases: ['foo'] }, 'mtls'],
  ['C2: a client of another trust domain', [meshPolicy('STRICT')], foreign('foo'), CERT],
  ['C2: ... that is an alias', [meshPolicy('STRICT')], { ...foreign('foo'), aliases: ['foo'] }, 'mtls'],
  ['C2: ... that is the mesh\'s own', [meshPolicy('STRICT')], { ...foreign('foo'), profile: { trustDomain: 'foo' } }, 'mtls'],
  ['C2: a proxy of another trust domain', [], { client: { certificate: { issuedByMesh: true, trustDomain: 'foo' } } }, CERT],
  ['C2: a certificate of another CA', [meshPolicy('STRICT')], { client: { kind: 'none', certificate: { issuedByMesh: false, trustDomain: undefined } }, call: { sends: 'mtls' } }, CERT],
])('traffic, names and trust: %s', (_, objects, asked, expected) => {
  expect(told(trafficOf(objects, asked))).toBe(expected);
});

test('the answer carries the mode, what the client sends and the rules used', () => {
  const answer = trafficOf([tls('DISABLE'), workloadPolicy('PERMISSIVE', { 8080: 'STRICT' })]);
  expect(answer.serverMode).toBe('STRICT');
  expect(answer.mode?.decidedBy?.name).toBe('reviews');
  expect(answer.clientTls?.selection?.rule?.rule.name).toBe('reviews');
  expect(answer.rules).toEqual(['sidecar.md D2', 'sidecar.md D3', 'sidecar.md E4', 'ambient-and-traffic.md C1', 'sidecar.md C2', 'sidecar.md C7', 'sidecar.md C9', 'ambient-and-traffic.md C2']);
  expect(trafficOf([], { server: NONE }).serverMode).toBeUndefined();
  expect(trafficOf([meshPolicy('DISABLE')], { server: AMBIENT }).serverMode).toBe('PERMISSIVE');
});

test('a question may be asked of any mesh', () => {
  const question = questionOf();
  expect(told(traffic(meshOf([]), question))).toBe('mtls');
  expect(question.destination?.host).toBe(HOST);
});
