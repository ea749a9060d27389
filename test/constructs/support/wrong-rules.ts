import { deployment, service } from './objects';
import { Anything, late, rule, workloadPolicy, wrong, WrongValue } from './wrong-value';
import { ClientTls, MeshWideMtls, MtlsMode, NamespaceMtls } from '../../../src';

const tls = ClientTls.disable();
const exposed = [{ name: 'http', port: 80, targetPort: 'web' }];

const TLS: WrongValue[] = [
  wrong('MUTUAL without anything', () => ClientTls.mutual({}), 'MUTUAL without clientCertificate; give clientCertificate and privateKey, or a credentialName'),
  wrong('MUTUAL without key', () => ClientTls.mutual({ clientCertificate: '/tls.crt' }), 'MUTUAL without privateKey; give clientCertificate and privateKey, or a credentialName'),
  wrong('MUTUAL without options', () => (ClientTls as Anything).mutual(), 'MUTUAL without clientCertificate'),
  wrong('credential together with files', () => ClientTls.mutual({ credentialName: 'vendor', clientCertificate: '/tls.crt', privateKey: '/tls.key' }),
    'clientCertificate cannot stand beside credentialName "vendor"; use either the credential or files'),
  wrong('credential together with an authority', () => ClientTls.simple({ credentialName: 'vendor', caCertificates: '/ca.crt' }),
    'caCertificates cannot stand beside credentialName "vendor"; use either the credential or files'),
  ...['clientCertificate', 'privateKey', 'caCertificates', 'caCrl', 'credentialName'].flatMap((field) => [
    wrong(`${field} under ISTIO_MUTUAL`, () => ClientTls.istioMutual({ [field]: 'x' } as Anything),
      `${field} "x" has no effect under ISTIO_MUTUAL; the mesh provides the certificates: leave it away, or choose ClientTls.mutual`),
    wrong(`${field} under DISABLE`, () => (ClientTls as Anything).disable({ [field]: 'x' }), `${field} "x" has no effect under DISABLE; plaintext has no TLS settings: leave it away`),
  ]),
  wrong('client certificate under SIMPLE', () => ClientTls.simple({ clientCertificate: '/tls.crt' } as Anything),
    'clientCertificate "/tls.crt" has no effect under SIMPLE; leave it away, or choose ClientTls.mutual'),
  wrong('a field that does not exist', () => ClientTls.mutual({ caCertificate: '/ca.crt' } as Anything), 'caCertificate "/ca.crt" has no effect under MUTUAL; leave it away'),
  wrong('skipped verification beside an authority', () => ClientTls.simple({ insecureSkipVerify: true, caCertificates: '/ca.crt' }),
    'caCertificates verifies the server, which insecureSkipVerify: true switches off under SIMPLE; remove one of the two'),
  wrong('ConfigMap of another namespace', rule({ tls: ClientTls.simple({ credentialName: 'configmap://other/ca' }) }),
    'credentialName "configmap://other/ca" is in another namespace than the rule; use a ConfigMap of "production"'),
  wrong('no ClientTls', rule({ tls: { mode: 'ISTIO_MUTUAL' } }), 'tls an object is no ClientTls; write ClientTls.disable(), simple(), mutual() or istioMutual()'),
  wrong('no ClientTls of a port', rule({ servicePorts: [{ servicePort: 80, tls: 'DISABLE' }] }), 'tls "DISABLE" is no ClientTls'),
  wrong('sni no text', rule({ tls: ClientTls.simple({ sni: 5 as Anything }) }), 'sni is 5; write a text'),
];

const HOSTS: WrongValue[] = [
  ...[['', 'it is empty'], ['10.0.0.1', 'IP addresses are not allowed'], ['a b', 'is no DNS label'], ['prod.*.local', 'is no DNS label'], ['a..b', 'is no DNS label'],
    ['x.'.repeat(128) + 'y', 'at most 255 are allowed']].map(([host, reason]) => wrong(`host ${host}`, rule({ host }), reason)),
  wrong('no host', rule({ host: undefined }), 'neither host nor service is given; write one of the two'),
  wrong('host no text', rule({ host: 5 }), 'host 5 is not a text; write the name of a service'),
  wrong('host and service', (chart) => rule({ service: service(chart, 'finance', []) })(chart), 'both host and service are given; write one of the two'),
  wrong('host of a Deployment', (chart) => rule({ host: undefined, service: deployment(chart, 'finance') })(chart), 'service "chart/finance" is a Deployment; give a Service'),
  wrong('rule without namespace', (chart) => rule({ namespace: '' })(chart), 'namespace "" is no Kubernetes namespace'),
];

const VISIBILITY: WrongValue[] = [
  wrong('~', rule({ exportTo: ['~'] }), 'exportTo "~" is only for a ServiceEntry; write "." to keep the rule in its namespace'),
  wrong('no namespace', rule({ exportTo: ['a b'] }), 'exportTo "a b" is no namespace; write ".", "*" or a namespace of'),
  wrong('no list', rule({ exportTo: 'prod' }), 'exportTo is "prod"; write a list'),
  wrong('no list of a paired rule', (chart) => new NamespaceMtls(chart, 'policy', { mode: MtlsMode.STRICT, pairedRule: { exportTo: 'prod' as Anything } }), 'exportTo is "prod"'),
  wrong('twice', rule({ exportTo: ['a', 'a'] }), 'exportTo names "a" twice; remove one'),
  wrong('own namespace twice', rule({ exportTo: ['.', 'production'] }), 'exportTo names "production" twice; remove one'),
  wrong('* beside others', rule({ exportTo: ['*', 'a'] }), 'exportTo "*" means every namespace already; write it alone'),
  wrong('exportTo beside a selector', rule({ workloadSelector: { app: 'a' }, exportTo: ['*'] }), 'a rule with a workloadSelector stays in its own namespace; remove exportTo'),
  wrong('empty selector', rule({ workloadSelector: {} }), 'workloadSelector is empty and would select every pod of the namespace'),
  wrong('exportTo of a paired rule', (chart) => new NamespaceMtls(chart, 'policy', { mode: MtlsMode.STRICT, pairedRule: { exportTo: ['~'] } }), 'exportTo "~" is only for'),
];

const PORTS_AND_SUBSETS: WrongValue[] = [
  wrong('port twice', rule({ servicePorts: [{ servicePort: 80, tls }, { servicePort: 80, tls }] }), 'servicePort 80 is given twice; write each Service port once'),
  wrong('port twice in a subset', rule({ subsets: [{ name: 'a', servicePorts: [{ servicePort: 80, tls }, { servicePort: 80, tls }] }] }), 'servicePort 80 is given twice'),
  ...[0, 65536, 1.5, '80', undefined].map((servicePort) => wrong(`port ${servicePort}`, rule({ servicePorts: [{ servicePort, tls }] }),
    `servicePort ${JSON.stringify(servicePort)} is no Service port; write a whole number from 1 to 65535`)),
  wrong('port that says nothing', rule({ servicePorts: [{ servicePort: 80 }] }), 'servicePort 80 says nothing; give it `tls` or another setting'),
  wrong('port with what only a rule has', rule({ servicePorts: [{ servicePort: 80, additionalSettings: { tunnel: {} } }] }), 'tunnel cannot differ by port in Istio; write it for the whole rule'),
  late('port that the Service does not have', (chart) => rule({ host: undefined, service: service(chart, 'finance', exposed), servicePorts: [{ servicePort: 81, tls }] })(chart),
    'Service "finance" has no port 81; its ports are 80 (http)'),
  wrong('subset twice', rule({ subsets: [{ name: 'v1' }, { name: 'v1' }] }), 'subset "v1" is given twice; write each subset once'),
  ...['', 'a b', 'a'.repeat(64)].map((name) => wrong(`subset ${name}`, rule({ subsets: [{ name }] }), 'is no name; write 1 to 63 letters, digits and inner hyphens')),
  wrong('label of a subset', rule({ subsets: [{ name: 'a', labels: { version: 'v 1' } }] }), 'label value "v 1" is not legal'),
];

const TRAFFIC: WrongValue[] = [
  wrong('tls beside TLS', rule({ additionalSettings: { tls: {} } }), 'additionalSettings has tls; write `tls`, so that it agrees with the rest of the rule'),
  wrong('raw ports', rule({ additionalSettings: { portLevelSettings: [] } }), 'additionalSettings has portLevelSettings; write `servicePorts`'),
  wrong('setting twice', rule({ connectionPool: { tcp: {} }, additionalSettings: { connectionPool: {} } }), 'additionalSettings has connectionPool, which is given beside it as well; write it once'),
  wrong('algorithm', rule({ loadBalancer: { simple: 'FASTEST' } }), 'simple is "FASTEST"; write'),
  wrong('duration', rule({ connectionPool: { tcp: { connectTimeout: '3 seconds' } } }), 'duration "3 seconds" is unreadable; write numbers with units'),
  wrong('percentage', rule({ outlierDetection: { maxEjectionPercent: 'half' } }), 'maxEjectionPercent is "half"; write a whole number'),
];

const PAIRED: WrongValue[] = [
  ...['UNSET', undefined].map((mode) => wrong(`paired with mode ${mode}`, workloadPolicy({ mode, pairedRule: { host: 'finance' } }),
    'a paired rule cannot agree with mode UNSET, which is inherited and not known here; give the policy a mode, or write the rule with MtlsDestinationRule')),
  wrong('namespace paired with UNSET', (chart) => new NamespaceMtls(chart, 'policy', { mode: MtlsMode.UNSET, pairedRule: {} }), 'a paired rule cannot agree with mode UNSET'),
  wrong('mesh paired with UNSET', (chart) => new MeshWideMtls(chart, 'mesh', { mode: MtlsMode.UNSET, pairedRule: { host: '*.example' } }), 'a paired rule cannot agree with mode UNSET'),
  wrong('workload without host', workloadPolicy({ mode: 'STRICT', pairedRule: {} }), 'pairedRule of a workload policy has no host; give it `service`, or `host`'),
  wrong('mesh without host', (chart) => new MeshWideMtls(chart, 'mesh', { mode: MtlsMode.STRICT, pairedRule: {} as Anything }),
    'pairedRule of a mesh-wide policy has no host; write the services that have proxies, such as "*.production.svc.cluster.local": "*.local" would reach the API server as well'),
  wrong('bad host', workloadPolicy({ mode: 'STRICT', pairedRule: { host: 'a b' } }), 'host "a b" is refused'),
  wrong('Service elsewhere', (chart) => workloadPolicy({ mode: 'STRICT', pairedRule: { service: service(chart, 'finance', [], 'staging') } })(chart),
    'Service "finance" is in namespace "staging", the policy in "production"'),
  late('host for a port that differs', workloadPolicy({ mode: 'STRICT', portOverrides: { 8080: 'DISABLE' }, pairedRule: { host: 'finance' } }),
    'port 8080 needs client TLS DISABLE, and a host does not tell its Service port; give the paired rule `service` instead'),
  late('named targetPort that may be the port that differs', (chart) => workloadPolicy({
    mode: 'STRICT', portOverrides: { 8080: 'DISABLE' }, pairedRule: { service: service(chart, 'finance', exposed) },
  })(chart), 'port 80 (http) of Service "finance" has the named targetPort "web", and matchLabels do not tell its number'),
];

export const WRONG_RULES: readonly WrongValue[] = [...TLS, ...HOSTS, ...VISIBILITY, ...PORTS_AND_SUBSETS, ...TRAFFIC, ...PAIRED];
