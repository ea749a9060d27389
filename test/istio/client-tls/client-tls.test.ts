import { Asked, clientTlsOf, HOST, meshPolicy, namespacePolicy, rule, told, workloadPolicy } from './support/client-tls-of';
import { policyAt, ruleAt, Written } from '../rule-selection/support/mesh-of';

const tls = (mode: string, more: Written = {}) => ({ tls: { mode, ...more } });
const port = (number: number, entry: Written) => ({ port: { number }, ...entry });
const PASSTHROUGH = { loadBalancer: { simple: 'PASSTHROUGH' } };
const POOL = { connectionPool: { tcp: { maxConnections: 7 } } };
const SECRET = { credentialName: 'certs' };
const FILES = { clientCertificate: 'cert.pem', privateKey: 'key.pem' };

type Row = readonly [name: string, objects: readonly Written[], expected: string, asked?: Asked, serviceMode?: string];

const auto: readonly Row[] = [
  ['no policy counts as PERMISSIVE', [], 'mtls auto each', {}, 'PERMISSIVE'],
  ['mesh STRICT', [meshPolicy('STRICT')], 'mtls auto each', {}, 'STRICT'],
  ['mesh DISABLE', [meshPolicy('DISABLE')], 'plaintext auto', {}, 'DISABLE'],
  ['namespace over mesh', [meshPolicy('DISABLE'), namespacePolicy('PERMISSIVE')], 'mtls auto each', {}, 'PERMISSIVE'],
  ['the namespace of the service counts, not that of the client', [policyAt('shop/default', { mtls: { mode: 'DISABLE' } })], 'mtls auto each', {}, 'PERMISSIVE'],
  ['F1: auto mTLS off', [meshPolicy('STRICT')], 'plaintext auto', { profile: { autoMtls: false } }, 'STRICT'],
  ['F1: external', [meshPolicy('STRICT')], 'plaintext auto', { destination: { meshExternal: true } }, 'UNKNOWN'],
  ['F1: no proxy', [meshPolicy('STRICT')], 'plaintext no-proxy', { client: { proxy: 'none' } }, 'STRICT'],
  ['F2: endpoint without the label', [meshPolicy('STRICT')], 'plaintext auto each', { endpoint: { tlsMode: undefined } }],
  ['F2: endpoint with another value', [], 'plaintext auto each', { endpoint: { tlsMode: 'disabled' } }],
  ['F3: workload DISABLE is followed', [namespacePolicy('STRICT'), workloadPolicy('DISABLE')], 'plaintext auto each', {}, 'STRICT'],
  ['F3: workload port DISABLE is followed', [namespacePolicy('STRICT'), workloadPolicy(undefined, { 8080: 'DISABLE' })], 'plaintext auto each'],
  ['F3: a Service port in the policy touches nothing', [namespacePolicy('STRICT'), workloadPolicy(undefined, { 80: 'DISABLE' })], 'mtls auto each'],
  ['F4: workload STRICT under DISABLE is not followed', [namespacePolicy('DISABLE'), workloadPolicy('STRICT')], 'plaintext auto', {}, 'DISABLE'],
  ['a rule without tls leaves it to auto', [rule(POOL)], 'mtls auto each'],
  ['F5: headless, all capable', [], 'mtls auto always', { destination: { headless: true } }, 'PERMISSIVE'],
  ['F5: headless, no endpoint', [], 'plaintext auto', { destination: { headless: true, tlsModes: [] } }, 'DISABLE'],
  ['F5: headless, one without label', [], 'plaintext auto', { destination: { headless: true, tlsModes: ['istio', undefined] } }, 'DISABLE'],
  ['F5: headless, one disabled', [], 'plaintext auto', { destination: { headless: true, tlsModes: ['istio', 'disabled'] } }, 'DISABLE'],
  ['F5: headless, another value counts as capable', [], 'mtls auto always', { destination: { headless: true, tlsModes: ['custom'] }, endpoint: { tlsMode: 'custom' } }],
  ['F5: headless does not see workload DISABLE', [workloadPolicy('DISABLE')], 'mtls auto always', { destination: { headless: true } }],
  ['F5: headless under namespace DISABLE', [namespacePolicy('DISABLE')], 'plaintext auto', { destination: { headless: true } }, 'DISABLE'],
  ['F5: gateways choose endpoints of headless services', [workloadPolicy('DISABLE')], 'plaintext auto each', { client: { proxy: 'gateway' }, destination: { headless: true } }],
  ['F5: ... and scan them all the same', [], 'plaintext auto', { client: { proxy: 'gateway' }, destination: { headless: true, tlsModes: [undefined] } }, 'DISABLE'],
  ['F5: PASSTHROUGH', [rule(PASSTHROUGH), workloadPolicy('DISABLE')], 'mtls auto always'],
  ['F5: PASSTHROUGH from a gateway too', [rule(PASSTHROUGH), workloadPolicy('DISABLE')], 'mtls auto always', { client: { proxy: 'gateway' } }],
  ['F5: PASSTHROUGH with a plain endpoint', [rule(PASSTHROUGH)], 'plaintext auto', { destination: { tlsModes: ['istio', undefined] } }, 'DISABLE'],
  ['F5: the scan reads the rule, the cluster the port', [rule({ ...PASSTHROUGH, portLevelSettings: [port(80, POOL)] })], 'plaintext auto', { destination: { tlsModes: [undefined] } }, 'DISABLE'],
  ['F5: ... so a port entry ends PASSTHROUGH', [rule({ ...PASSTHROUGH, portLevelSettings: [port(80, POOL)] })], 'mtls auto each'],
  ['F5: ... and a PASSTHROUGH port is not scanned', [rule({ portLevelSettings: [port(80, PASSTHROUGH)] })], 'mtls auto always', { destination: { tlsModes: [undefined] }, endpoint: { tlsMode: undefined } }, 'PERMISSIVE'],
  [
    'F5: a subset is scanned by its own policy alone',
    [rule(PASSTHROUGH, { subsets: [{ name: 'v1', trafficPolicy: POOL }] })],
    'mtls auto always',
    { destination: { subset: 'v1', tlsModes: [undefined] } },
    'PERMISSIVE',
  ],
  [
    'F5: a PASSTHROUGH subset is scanned',
    [rule(POOL, { subsets: [{ name: 'v1', trafficPolicy: PASSTHROUGH }] })],
    'plaintext auto',
    { destination: { subset: 'v1', tlsModes: [undefined] } },
    'DISABLE',
  ],
];

const fromRule: readonly Row[] = [
  ['E4: DISABLE', [rule(tls('DISABLE'))], 'plaintext destination-rule'],
  ['E4: no mode', [rule({ tls: {} })], 'plaintext destination-rule'],
  ['E4: SIMPLE', [rule(tls('SIMPLE'))], 'tls destination-rule always'],
  ['E4: ISTIO_MUTUAL, whatever the policies', [rule(tls('ISTIO_MUTUAL')), meshPolicy('DISABLE')], 'mtls destination-rule always', {}, 'DISABLE'],
  ['E4: ISTIO_MUTUAL with auto mTLS off', [rule(tls('ISTIO_MUTUAL'))], 'mtls destination-rule always', { profile: { autoMtls: false } }],
  ['E4: ISTIO_MUTUAL to an endpoint that is not capable', [rule(tls('ISTIO_MUTUAL'))], 'mtls destination-rule always', { endpoint: { tlsMode: undefined } }],
  ['E4: ISTIO_MUTUAL to an external host', [rule(tls('ISTIO_MUTUAL'))], 'mtls destination-rule always', { destination: { meshExternal: true } }, 'UNKNOWN'],
  ['E4: MUTUAL', [rule(tls('MUTUAL', FILES))], 'custom-mtls destination-rule always'],
  ['no proxy, no rule', [rule(tls('ISTIO_MUTUAL'))], 'plaintext no-proxy', { client: { proxy: 'none' } }],
  ['E2: the port entry of the Service port', [rule({ portLevelSettings: [port(80, tls('DISABLE'))] })], 'plaintext destination-rule'],
  ['G4: the workload port is no Service port', [rule({ portLevelSettings: [port(8080, tls('DISABLE'))] })], 'mtls auto each'],
  ['E3: the subset', [rule(tls('DISABLE'), { subsets: [{ name: 'v1', trafficPolicy: tls('SIMPLE') }] })], 'tls destination-rule always', { destination: { subset: 'v1' } }],
  ['E9: SIMPLE with a secret, without selector', [rule(tls('SIMPLE', SECRET))], 'plaintext destination-rule open'],
  ['E9: MUTUAL with a secret, without selector', [rule(tls('MUTUAL', SECRET))], 'plaintext destination-rule open'],
  ['E9: gateways read secrets', [rule(tls('MUTUAL', SECRET))], 'custom-mtls destination-rule always', { client: { proxy: 'gateway' } }],
  ['E9: a ConfigMap is free', [rule(tls('SIMPLE', { credentialName: 'configmap://prod/ca' }))], 'tls destination-rule always'],
  [
    'E9: a rule that selects the client may',
    [ruleAt('shop/reviews', { host: HOST, workloadSelector: { matchLabels: { app: 'cart' } }, trafficPolicy: tls('MUTUAL', SECRET) })],
    'custom-mtls destination-rule always',
  ],
  ['E8: ISTIO_MUTUAL ignores a secret', [rule(tls('ISTIO_MUTUAL', SECRET))], 'mtls destination-rule always'],
  ['E10: MUTUAL without key', [rule(tls('MUTUAL', { clientCertificate: 'cert.pem' }))], 'plaintext destination-rule open'],
  ['E10: MUTUAL without anything', [rule(tls('MUTUAL'))], 'plaintext destination-rule open'],
  ['E11: metadata certificates turn ISTIO_MUTUAL', [rule(tls('ISTIO_MUTUAL'))], 'custom-mtls destination-rule always', { client: { metadataCertificates: true } }],
  ['E11: ... and MUTUAL, also with a secret', [rule(tls('MUTUAL', SECRET))], 'custom-mtls destination-rule always', { client: { metadataCertificates: true } }],
  ['E11: ... and auto mTLS, for every endpoint', [], 'custom-mtls auto always', { client: { metadataCertificates: true }, endpoint: { tlsMode: undefined } }],
  ['E11: ... not SIMPLE', [rule(tls('SIMPLE'))], 'tls destination-rule always', { client: { metadataCertificates: true } }],
  ['E11: ... nor DISABLE', [rule(tls('DISABLE'))], 'plaintext destination-rule', { client: { metadataCertificates: true } }],
  [
    'E11: ... nor what goes to external services',
    [rule(tls('ISTIO_MUTUAL'))],
    'mtls destination-rule always',
    { client: { metadataCertificates: true }, destination: { meshExternal: true } },
  ],
];

const loose: readonly Row[] = [
  ['F6: the endpoint falls back to DISABLE of the rule', [rule({ ...tls('DISABLE'), portLevelSettings: [port(80, POOL)] })], 'plaintext auto each'],
  ['F6: SIMPLE of the rule counts as not mTLS', [rule({ ...tls('SIMPLE'), portLevelSettings: [port(80, POOL)] })], 'plaintext auto each'],
  ['F6: ISTIO_MUTUAL of the rule hides workload DISABLE', [rule({ ...tls('ISTIO_MUTUAL'), portLevelSettings: [port(80, POOL)] }), workloadPolicy('DISABLE')], 'mtls auto each'],
  ['F6: ... not the missing label', [rule({ ...tls('ISTIO_MUTUAL'), portLevelSettings: [port(80, POOL)] })], 'plaintext auto each', { endpoint: { tlsMode: undefined } }],
  ['F6: ... nor the hint', [rule({ ...tls('ISTIO_MUTUAL'), portLevelSettings: [port(80, POOL)] }), namespacePolicy('DISABLE')], 'plaintext auto'],
  [
    'F6: the first entry with tls counts, where the cluster takes the first',
    [rule({ portLevelSettings: [port(80, POOL), port(80, tls('DISABLE'))] })],
    'plaintext auto each',
  ],
  [
    'F6: a subset falls back to itself',
    [rule(tls('ISTIO_MUTUAL'), { subsets: [{ name: 'v1', trafficPolicy: { ...tls('DISABLE'), portLevelSettings: [port(80, POOL)] } }] })],
    'plaintext auto each',
    { destination: { subset: 'v1' } },
  ],
  [
    'F6: a silent subset falls back to the rule',
    [rule(tls('DISABLE'), { subsets: [{ name: 'v1', trafficPolicy: { portLevelSettings: [port(80, POOL)] } }] })],
    'plaintext auto each',
    { destination: { subset: 'v1' } },
  ],
  [
    'F6: ... since 1.31',
    [rule(tls('DISABLE'), { subsets: [{ name: 'v1', trafficPolicy: { portLevelSettings: [port(80, POOL)] } }] })],
    'plaintext auto each',
    { destination: { subset: 'v1' }, profile: { istioVersion: { major: 1, minor: 31 } } },
  ],
  [
    'F6: ... not in 1.30',
    [rule(tls('DISABLE'), { subsets: [{ name: 'v1', trafficPolicy: { portLevelSettings: [port(80, POOL)] } }] })],
    'mtls auto each',
    { destination: { subset: 'v1' }, profile: { istioVersion: { major: 1, minor: 30 } } },
  ],
];

const AMBIENT: Asked = { client: { sendsHbone: true }, destination: { tlsModes: [undefined] }, endpoint: { tlsMode: undefined, hbone: true } };

const hbone: readonly Row[] = [
  ['B5: an ambient endpoint', [meshPolicy('STRICT')], 'plaintext auto each hbone', AMBIENT],
  ['B5: a client that does not tunnel', [], 'plaintext auto each', { ...AMBIENT, client: { sendsHbone: false } }],
  ['B6: a sidecar that could do both', [], 'mtls auto each', { client: { sendsHbone: true }, endpoint: { hbone: true } }],
  ['B7: DISABLE tunnels', [rule(tls('DISABLE'))], 'plaintext destination-rule hbone', AMBIENT],
  ['B7: ISTIO_MUTUAL tunnels', [rule(tls('ISTIO_MUTUAL'))], 'mtls destination-rule always hbone', AMBIENT],
  ['B7: SIMPLE goes inside', [rule(tls('SIMPLE'))], 'tls destination-rule always hbone', AMBIENT],
  ['the hint does not stop it', [meshPolicy('DISABLE')], 'plaintext auto hbone', AMBIENT],
  ['E9: what fails open tunnels', [rule(tls('SIMPLE', SECRET))], 'plaintext destination-rule hbone open', AMBIENT],
  ['E10: what istiod cannot build does not', [rule(tls('MUTUAL'))], 'plaintext destination-rule open', AMBIENT],
  ['B9: headless cannot tunnel', [], 'plaintext auto', { ...AMBIENT, destination: { ...AMBIENT.destination, headless: true } }],
  ['B9: a gateway can', [], 'plaintext auto hbone', { ...AMBIENT, client: { sendsHbone: true, proxy: 'gateway' }, destination: { ...AMBIENT.destination, headless: true } }],
  ['B9: PASSTHROUGH cannot', [rule({ ...PASSTHROUGH, ...tls('DISABLE') })], 'plaintext destination-rule', AMBIENT],
];

describe.each([['auto mTLS', auto], ['rules', fromRule], ['the looser endpoint layer', loose], ['HBONE', hbone]])('clientTls: %s', (_, rows) => {
  test.each(rows.map((row) => [row[0], row] as const))('%s', (__, [, objects, expected, asked, serviceMode]) => {
    const answer = clientTlsOf(objects, asked);
    expect(told(answer)).toBe(expected);
    if (serviceMode !== undefined) expect(answer.serviceMode).toBe(serviceMode);
  });
});

test.each<readonly [string, readonly Written[], Asked, readonly string[]]>([
  ['auto', [], {}, ['sidecar.md D3', 'sidecar.md F3']],
  ['headless', [], { destination: { headless: true } }, ['sidecar.md D3', 'sidecar.md F5']],
  ['external', [], { destination: { meshExternal: true } }, ['sidecar.md D3', 'sidecar.md F1']],
  ['a port entry', [rule({ portLevelSettings: [port(80, tls('DISABLE'))] })], {}, ['sidecar.md D2', 'sidecar.md D3', 'sidecar.md E2', 'sidecar.md E4']],
  [
    'a subset',
    [rule(POOL, { subsets: [{ name: 'v1', trafficPolicy: tls('SIMPLE') }] })],
    { destination: { subset: 'v1' } },
    ['sidecar.md D2', 'sidecar.md D3', 'sidecar.md E3', 'sidecar.md E7'],
  ],
])('the answer names the rules that it used: %s', (_, objects, asked, rules) => {
  expect(clientTlsOf(objects, asked).rules).toEqual(rules);
});
