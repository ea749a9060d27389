import { ApiObject, Chart } from 'cdk8s';
import { deployment, service } from './objects';
import { Anything, late, namespacePolicy, throughService, throughServiceOfDeployment, workloadPolicy, wrong, WrongValue } from './wrong-value';
import { MeshProfile, MeshWideMtls, MtlsMode, MtlsPort, NamespaceMtls, WorkloadMtls } from '../../../src';

const PORT = 'is not a workload port; write a whole number from 1 to 65535, the port that the container listens on';
const MODES = 'write UNSET, DISABLE, PERMISSIVE or STRICT';
const NAME = 'is no Kubernetes name; write at most 253 lower case letters, digits, "-" and ".", with a letter or digit at both ends of each part';
const NAMESPACE = 'is no Kubernetes namespace; write at most 63 lower case letters, digits and "-", with a letter or digit at both ends';
const KUBERNETES_LABEL = 'is not legal in Kubernetes, so no pod can carry it; write at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends';
const NO_NAMESPACE = 'has no namespace; give the chart a namespace, or write `namespace`';
const exception = { owner: 'payments', reason: 'vendor binary', reviewBy: '2027-03-31' };
const long = 'a'.repeat(64);

function addPort(port: Anything, mode: Anything = MtlsMode.DISABLE, options?: Anything) {
  return (chart: Chart) => new WorkloadMtls(chart, 'policy', { matchLabels: { app: 'finance' }, portOverrides: { 8080: MtlsMode.STRICT } }).addPort(port, mode, options);
}

const PORTS: WrongValue[] = [
  ...['0', '65536', '-1', '8080.5', 'http', '', '1e3', '08080', ' 80'].map((port) =>
    wrong(`port ${JSON.stringify(port)}`, workloadPolicy({ portOverrides: { [port]: MtlsMode.DISABLE } }), `port ${JSON.stringify(port)} ${PORT}`)),
  ...[0, 65536, -1, 1.5, NaN, Infinity].map((port) => wrong(`port ${port}`, () => MtlsPort.workload(port), `port ${port} ${PORT}`)),
  ...[['"8080"', '8080'], ['a list', [8080]], ['undefined', undefined]].map(([shown, port]) =>
    wrong(`port as ${shown}`, () => MtlsPort.workload(port as Anything), `port ${shown} is no number; write MtlsPort.workload(8080), or MtlsPort.ofService(service, 'http')`)),
  wrong('no MtlsPort', addPort(8081), 'port 8081 is no MtlsPort; write MtlsPort.workload(8080), or MtlsPort.ofService(service, \'http\')'),
  wrong('port map empty', workloadPolicy({ portOverrides: {} }), 'portOverrides is empty; write at least one port, or leave it away'),
  wrong('port twice', addPort(MtlsPort.workload(8080)), 'port 8080 is given twice; write each workload port once'),
  wrong('mode of a port', workloadPolicy({ portOverrides: { 8080: 'strict' } }), `mode "strict" is unknown; ${MODES} in upper case`),
  wrong('no mode of a port', addPort(MtlsPort.workload(1), null), `mode is missing; ${MODES}`),
];

const SERVICE_PORTS: WrongValue[] = [
  late('no Service port of that name', throughService([{ name: 'http', port: 80 }, { port: 81 }], 'grpc'), 'Service "finance" has no port "grpc"; its ports are 80 (http), 81'),
  late('no Service port of that number', throughService([{ name: 'http', port: 80 }], 8080), 'Service "finance" has no port 8080; its ports are 80 (http)'),
  late('targetPort out of range', throughService([{ name: 'http', port: 80, targetPort: 70000 }], 'http'), `port 70000 ${PORT}`),
  late('named targetPort, labels only', throughService([{ name: 'http', port: 80, targetPort: 'web' }], 'http'),
    'port 80 (http) of Service "finance" has the named targetPort "web", and matchLabels do not tell its number; give the policy a `workload`, or the targetPort a number'),
  late('named targetPort that no container has', throughServiceOfDeployment([{ name: 'http', port: 80, targetPort: 'http' }], 'http'),
    'port 80 (http) of Service "finance" has the named targetPort "http", and no container of Deployment "finance-deployment" has a TCP port of that name; correct one of the two'),
  late('UDP port', throughService([{ name: 'dns', port: 53, protocol: 'UDP' }], 'dns'),
    'port 53 (dns) of Service "finance" is a UDP port, which mutual TLS does not cover; choose a TCP port'),
  late('workload port twice', throughService([{ name: 'http', port: 80, targetPort: 8080 }], 'http', { portOverrides: { 8080: MtlsMode.STRICT } }),
    'port 8080 is given twice; write each workload port once'),
  wrong('Service port out of range', throughService([], 0), 'port 0 of Service "finance" is no Service port; write its name, or a whole number from 1 to 65535'),
  wrong('Service port without name', throughService([], ''), 'port "" of Service "finance" is no Service port; write its name, or a whole number from 1 to 65535'),
  wrong('no Service', (chart) => MtlsPort.ofService(deployment(chart, 'finance'), 'http'), 'service "chart/finance" is a Deployment; give a Service'),
  wrong('no construct', () => MtlsPort.ofService('finance' as Anything, 'http'), 'service "finance" is no construct; give a Service'),
  wrong('Service elsewhere', (chart) => addPort(MtlsPort.ofService(service(chart, 'finance', [], 'staging'), 'http'))(chart),
    'Service "finance" is in namespace "staging", the policy in "production", where it cannot select those pods; write the policy in the namespace of the workload'),
];

const LABELS: WrongValue[] = [
  wrong('labels empty', workloadPolicy({ matchLabels: {} }), 'matchLabels is empty and would select every pod of the namespace; write at least one label, or use NamespaceMtls'),
  wrong('labels no object', workloadPolicy({ matchLabels: 'app=finance' }), 'labels "app=finance" are not an object; write label names with their values'),
  wrong('* in a value', workloadPolicy({ matchLabels: { app: 'fin*' } }), 'label value "fin*" contains "*"; selectors have no wildcards, write the whole value'),
  wrong('* in a key', workloadPolicy({ matchLabels: { 'a*': 'x' } }), 'label key "a*" contains "*"; selectors have no wildcards, write the whole key'),
  wrong('key empty', workloadPolicy({ matchLabels: { '': 'x' } }), 'label key "" is empty; write the key of a pod label'),
  wrong('illegal character in a key', workloadPolicy({ matchLabels: { 'a b': 'x' } }), `label key "a b" ${KUBERNETES_LABEL}, optionally behind a DNS name and "/"`),
  wrong('illegal character in a value', workloadPolicy({ matchLabels: { app: 'a/b' } }), `label value "a/b" ${KUBERNETES_LABEL}`),
  wrong('value no text', workloadPolicy({ matchLabels: { app: 1 } }), 'label value 1 is not a text; put it in quotes'),
  wrong('value too long', workloadPolicy({ matchLabels: { app: long } }), 'has 64 characters; at most 63 are allowed'),
  wrong('key too long', workloadPolicy({ matchLabels: { [long]: 'x' } }), `${KUBERNETES_LABEL}, optionally behind a DNS name and "/"`),
  wrong('no workload at all', workloadPolicy({ matchLabels: undefined }), 'neither matchLabels nor workload is given; write one of the two'),
  wrong('two workloads', (chart) => workloadPolicy({ workload: deployment(chart, 'finance') })(chart), 'both matchLabels and workload are given; write one of the two'),
  wrong('a Job', (chart) => workloadPolicy({ matchLabels: undefined, workload: deployment(chart, 'finance', [], 'Job') })(chart),
    'workload "chart/finance" is a Job; give a Deployment or StatefulSet or DaemonSet, or write matchLabels'),
  wrong('workload elsewhere', (chart) => workloadPolicy({ namespace: 'staging', matchLabels: undefined, workload: deployment(chart, 'finance') })(chart),
    'Deployment "finance" is in namespace "production", the policy in "staging", where it cannot select those pods; write the policy in the namespace of the workload'),
  late('workload without labels', (chart) => workloadPolicy({
    matchLabels: undefined, workload: new ApiObject(chart, 'finance', { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'finance' }, spec: {} }),
  })(chart), 'Deployment "finance" has no labels in spec.selector.matchLabels; give it some, or write matchLabels'),
];

const NAMES: WrongValue[] = [
  ...['Production', 'a.b', '', '-a', long].map((namespace) => wrong(`namespace ${namespace}`, namespacePolicy({ namespace }), NAMESPACE)),
  wrong('namespaces contradict', namespacePolicy({ namespace: 'a', metadata: { namespace: 'b' } }), 'namespace "a" contradicts metadata.namespace "b"; write one of the two'),
  ...['Legacy', 'a b', 'a_b', 'a..b', 'a'.repeat(254)].map((name) => wrong(`name ${name}`, namespacePolicy({ metadata: { name } }), NAME)),
  wrong('id that is no name', workloadPolicy({}, 'LegacyException'),
    `name "LegacyException" ${NAME}; it is the construct path below the chart: choose such ids, or write metadata.name`),
  wrong('no namespace', (chart) => new NamespaceMtls(new Chart(chart, 'bare'), 'policy', { mode: MtlsMode.STRICT }), `"chart/bare" ${NO_NAMESPACE}`),
  wrong('no namespace of a workload policy', (chart) => new WorkloadMtls(new Chart(chart, 'bare'), 'policy', { matchLabels: { a: 'b' } }), `"chart/bare" ${NO_NAMESPACE}`),
  wrong('no root namespace', (chart) => new MeshWideMtls(new Chart(chart, 'bare'), 'mesh', { mode: MtlsMode.STRICT }), `"chart/bare" ${NO_NAMESPACE}`),
  wrong('apiVersion', namespacePolicy({ apiVersion: 'v1alpha1' }), 'apiVersion "v1alpha1" is unknown; write v1 or v1beta1'),
  ...['istio.io/dry-run', 'internal.istio.io/webhook-always-reject', 'internal.istio.io/parents', 'internal.istio.io/parent-namespace'].map((key) =>
    wrong(`annotation ${key}`, namespacePolicy({ metadata: { annotations: { [key]: 'x' } } }), `annotation "${key}" is refused: `)),
];

const MODES_AND_EXCEPTIONS: WrongValue[] = [
  wrong('mode', namespacePolicy({ mode: 'strict' }), `mode "strict" is unknown; ${MODES} in upper case`),
  wrong('client mode', namespacePolicy({ mode: 'ISTIO_MUTUAL' }), 'ISTIO_MUTUAL is a client mode, for a DestinationRule'),
  wrong('mode of a workload', workloadPolicy({ mode: 7 }), `mode 7 is unknown; ${MODES} in upper case`),
  wrong('mode of the mesh', (chart) => new MeshWideMtls(chart, 'mesh', { mode: 'OFF' as Anything }), `mode "OFF" is unknown; ${MODES} in upper case`),
  ...[undefined, null].map((mode) => wrong(`mode ${mode}`, namespacePolicy({ mode }), `mode is missing; ${MODES}`)),
  ...['2027-02-30', '2026-13-01', '31.3.2027', '2027-3-31', '2027-03-31T00:00:00Z', 'soon', ''].map((reviewBy) => wrong(`review on ${reviewBy}`,
    namespacePolicy({ exception: { ...exception, reviewBy } }), `exception reviewBy ${JSON.stringify(reviewBy)} is no date; write a day that exists as YYYY-MM-DD`)),
  wrong('empty reason', workloadPolicy({ exception: { ...exception, reason: ' ' } }), 'exception reason " " is empty; say why mutual TLS is not possible here'),
  wrong('empty owner', workloadPolicy({ exception: { ...exception, owner: '' } }), 'exception owner "" is empty; name the team that answers for it'),
  wrong('no owner', workloadPolicy({ exception: { reason: 'x', reviewBy: '2027-03-31' } }), 'exception owner undefined is no text; name the team that answers for it'),
  wrong('empty ticket', workloadPolicy({ exception: { ...exception, ticket: '' } }), 'exception ticket "" is empty; name the ticket, or leave it away'),
  wrong('empty reason of a port', addPort(MtlsPort.workload(1), MtlsMode.DISABLE, { exception: { ...exception, reason: '' } }), 'exception reason "" is empty'),
  wrong('no review date of an allowed port', (chart) => new WorkloadMtls(chart, 'policy', { matchLabels: { a: 'b' } })
    .allowScrape({ port: MtlsPort.workload(1), owner: 'a' } as Anything), 'exception reviewBy undefined is no date'),
];

function profile(props: Anything) {
  return (chart: Chart) => new MeshProfile(chart, 'profile', props);
}

const PROFILES: WrongValue[] = [
  wrong('root namespace', profile({ rootNamespace: 'Istio' }), `namespace "Istio" ${NAMESPACE}`),
  wrong('cluster domain', profile({ clusterDomain: '*.local' }), 'clusterDomain "*.local" is refused: '),
  wrong('trust domain', profile({ trustDomain: '' }), 'trustDomain "" is empty; write a DNS name'),
  wrong('mesh', profile({ mesh: '' }), 'mesh "" is empty; give the mesh a name'),
  wrong('Istio version', profile({ istioVersion: 'latest' }), 'istioVersion "latest" is no release of Istio; write it such as "1.30" or "1.30.2"'),
  wrong('UNSET mesh', profile({ meshMode: MtlsMode.UNSET }), 'meshMode UNSET is PERMISSIVE for a mesh; write PERMISSIVE'),
  wrong('data plane', profile({ dataPlane: 'proxyless' }), 'dataPlane "proxyless" is unknown; write sidecar, ambient or none'),
  wrong('enforcement', profile({ enforcement: 'WARN' }), 'enforcement "WARN" is unknown; write FAIL, REPORT or OFF'),
  wrong('complete', profile({ complete: 'false' }), 'complete "false" is neither true nor false; write it without quotes'),
  wrong('today', profile({ today: '2027-02-29' }), 'today "2027-02-29" is no date; write a day that exists as YYYY-MM-DD'),
  wrong('default exportTo no list', profile({ defaultRuleExportTo: '.' }), 'defaultRuleExportTo "." is no list; write it as ["."] or ["*"]'),
  wrong('default exportTo', profile({ defaultRuleExportTo: ['~'] }), 'exportTo "~" is only for a ServiceEntry'),
];

export const WRONG_POLICIES: readonly WrongValue[] = [...PORTS, ...SERVICE_PORTS, ...LABELS, ...NAMES, ...MODES_AND_EXCEPTIONS, ...PROFILES];
