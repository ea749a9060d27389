import { checkTable } from './support/check-table';
import { headless, namespace, policy, rule, service, workload } from './support/traffic-manifests';
import { plaintextToStrict } from '../../src/checks/mtls401-plaintext-to-strict';

const MUTUAL = 'tls: { mode: ISTIO_MUTUAL }';
const DISABLE = 'tls: { mode: DISABLE }';
const HTTP = 'name: http, port: 80, targetPort: 8080';
const ALL = '*.production.svc.cluster.local';
const API = 'api.production.svc.cluster.local';
const PATH = 'spec.trafficPolicy.tls.mode';

const production = namespace('production');
const strict = policy('production/default', 'STRICT');
const pods = (path: string, labels: string, parts = {}) => service(path, labels, HTTP) + workload(path, labels, parts);
const api = pods('production/api', 'app: api');
const plain = (path = 'production/api', host = 'api', rest = '') => rule(path, host, DISABLE, rest);
const AUTO_OFF = { autoMtls: false };
const object = 'DestinationRule production/api';

checkTable(plaintextToStrict, {
  valid: [
    { name: 'plaintext to PERMISSIVE', yaml: production + policy('production/default', 'PERMISSIVE') + api + plain() },
    { name: 'plaintext to DISABLE', yaml: production + strict + policy('production/api', 'DISABLE', { labels: 'app: api' }) + api + plain() },
    { name: 'plaintext where no policy says anything', yaml: production + api + plain() },
    { name: 'mTLS to STRICT', yaml: production + strict + api + rule('production/api', 'api', MUTUAL) },
    { name: 'a rule without tls leaves it to auto mTLS', yaml: production + strict + api + rule('production/api', 'api', 'loadBalancer: { simple: RANDOM }') },
    { name: 'plaintext to the port that is an exception', yaml: production + policy('production/api', 'STRICT', { labels: 'app: api', ports: '8080: PERMISSIVE' }) + api + plain() },
    { name: 'a rule of the client namespace is in use', yaml: production + strict + api + rule('staging/all', ALL, DISABLE) + rule('staging/api', API, MUTUAL), profile: { complete: true } },
    {
      name: 'a rule of the service namespace goes before that of the root namespace (kiali disable-6)',
      yaml: policy('istio-system/default', 'STRICT') + policy('bookinfo/default', 'DISABLE')
      + rule('istio-system/all', '*.local', MUTUAL) + rule('bookinfo/all', '*.bookinfo.svc.cluster.local', DISABLE),
    },
    { name: 'a namespace that is PERMISSIVE below a STRICT mesh', yaml: policy('istio-system/default', 'STRICT') + policy('bookinfo/default', 'PERMISSIVE') + rule('bookinfo/all', '*.bookinfo.svc.cluster.local', DISABLE) },
    { name: 'a host outside the cluster', yaml: production + strict + rule('production/api', 'api.example.com', DISABLE) },
    { name: 'a word that is no mode is refused, and another check says so', yaml: production + strict + api + rule('production/api', 'api', 'tls: { mode: disable }') },
    { name: 'a secret that sidecars cannot read is another cause', yaml: production + strict + api + rule('production/api', 'api', 'tls: { mode: SIMPLE, credentialName: cert }') },
    { name: 'auto mTLS off, and a rule for the namespace', yaml: production + strict + api + rule('production/default', ALL, MUTUAL), profile: AUTO_OFF },
    { name: 'auto mTLS off, and a rule of the root namespace for all', yaml: policy('istio-system/default', 'STRICT') + rule('istio-system/default', '*.local', MUTUAL), profile: AUTO_OFF },
    { name: 'auto mTLS off, PERMISSIVE', yaml: policy('istio-system/default', 'PERMISSIVE') + production + api, profile: AUTO_OFF },
  ],
  invalid: [
    {
      name: 'everything known',
      yaml: production + strict + api + plain(),
      findings: [{
        severity: 'error',
        object,
        path: PATH,
        message: 'DISABLE for api makes clients send plaintext, which is refused: PeerAuthentication production/default says STRICT for namespace production (Deployment production/api)',
        fix: 'write mode: ISTIO_MUTUAL in spec.trafficPolicy.tls, or remove this tls block: auto mTLS sends mTLS by itself',
        related: ['PeerAuthentication production/default'],
      }],
    },
    {
      name: 'a STRICT port',
      yaml: production + policy('production/api', 'PERMISSIVE', { labels: 'app: api', ports: '8080: STRICT' }) + api + plain(),
      findings: [{ severity: 'error', object, path: PATH, message: 'PeerAuthentication production/api says STRICT for port 8080 of app=api (Deployment production/api)' }],
    },
    {
      name: 'a headless Service, whose clients dial the workload port',
      yaml: production + policy('production/api', 'PERMISSIVE', { labels: 'app: api', ports: '80: STRICT' }) + headless('production/api', 'app: api', HTTP) + workload('production/api', 'app: api') + plain(),
      findings: [{ severity: 'error', object, path: PATH, message: 'port 80 of app=api' }],
    },
    {
      name: 'one port of the rule',
      yaml: production + strict + api + rule('production/api', 'api', `${MUTUAL}, portLevelSettings: [{ port: { number: 80 }, ${DISABLE} }]`),
      findings: [{ severity: 'error', object, path: 'spec.trafficPolicy.portLevelSettings[0].tls.mode', message: 'DISABLE for api port 80 makes', fix: 'in spec.trafficPolicy.portLevelSettings[0].tls' }],
    },
    {
      name: 'a tls block without mode',
      yaml: production + strict + api + rule('production/api', 'api', 'tls: {}'),
      findings: [{ severity: 'error', object, path: 'spec.trafficPolicy.tls', message: 'tls without mode for api means DISABLE and makes clients send plaintext' }],
    },
    {
      name: 'a subset, which routes may or may not use',
      yaml: production + strict + api + rule('production/api', 'api', undefined, `subsets: [{ name: v1, labels: { app: api }, trafficPolicy: { ${DISABLE} } }]`),
      findings: [{ severity: 'warning', object, path: 'spec.subsets[0].trafficPolicy.tls.mode', message: 'DISABLE for api subset v1' }],
    },
    {
      name: 'routes may lead past the rule to its subsets',
      yaml: production + strict + api + rule('production/api', 'api', DISABLE, `subsets: [{ name: v1, labels: { version: v1 }, trafficPolicy: { ${MUTUAL} } }]`),
      findings: [{ severity: 'warning', object, path: PATH }],
    },
    {
      name: 'the profile knows the mesh mode',
      yaml: production + api + plain(),
      profile: { meshMode: 'STRICT' },
      findings: [{ severity: 'error', object, path: PATH, message: 'the profile says STRICT for the whole mesh (Deployment production/api)', related: [] }],
    },
    {
      name: 'a rule of the client namespace',
      yaml: production + strict + api + namespace('staging') + rule('staging/api', API, DISABLE),
      findings: [{ severity: 'error', object: 'DestinationRule staging/api', path: PATH }],
    },
    {
      name: 'a rule exported to one namespace, which is known to be meshed',
      yaml: strict + service('production/api', 'app: api', HTTP) + workload('production/api', 'app: api, sidecar.istio.io/inject: "true"') + namespace('staging') + plain('production/api', 'api', 'exportTo: [staging]'),
      findings: [{ severity: 'error', object, path: PATH }],
    },
    {
      name: 'a rule for pods that are known',
      yaml: production + strict + api + workload('production/client', 'app: client') + plain('production/api', 'api', 'workloadSelector: { matchLabels: { app: client } }'),
      findings: [{ severity: 'error', object, path: PATH }],
    },
    {
      name: 'a rule for pods that are not known',
      yaml: production + strict + api + plain('production/api', 'api', 'workloadSelector: { matchLabels: { app: client } }'),
      findings: [{ severity: 'warning', object, path: PATH }],
    },
    {
      name: 'which rule holds depends on age',
      yaml: production + strict + api + plain('production/a') + rule('production/b', 'api', MUTUAL),
      findings: [{ severity: 'warning', object: 'DestinationRule production/a', path: PATH }],
    },
    {
      name: 'rules that differ in other things than this',
      yaml: production + strict + api + plain('production/a') + plain('production/b'),
      findings: [{ severity: 'error', object: 'DestinationRule production/a', path: PATH }],
    },
    {
      name: 'two policies, two workloads, one finding',
      yaml: production + strict + policy('production/web', 'STRICT', { labels: 'app: web' }) + api + pods('production/web', 'app: web') + plain('production/default', ALL),
      findings: [{
        severity: 'error',
        object: 'DestinationRule production/default',
        path: PATH,
        message: 'for namespace production (Deployment production/api) and PeerAuthentication production/web says STRICT for app=web (Deployment production/web)',
        related: ['PeerAuthentication production/default', 'PeerAuthentication production/web'],
      }],
    },
    {
      name: 'auto mTLS off, complete input without a rule',
      yaml: production + strict + api,
      profile: { autoMtls: false, complete: true },
      findings: [{
        severity: 'error',
        object: 'PeerAuthentication production/default',
        path: 'spec.mtls.mode',
        message: `no rule says ISTIO_MUTUAL for ${API} and auto mTLS is off, so clients send plaintext, which is refused: PeerAuthentication production/default says STRICT`,
        fix: `add a rule with tls.mode ISTIO_MUTUAL for ${API}, or switch auto mTLS on`,
        related: [],
      }],
    },
    {
      name: 'auto mTLS off, a rule that says nothing about TLS',
      yaml: production + strict + api + rule('production/api', 'api', 'loadBalancer: { simple: RANDOM }') + rule('istio-system/default', '*.local', MUTUAL),
      profile: AUTO_OFF,
      findings: [{
        severity: 'error',
        object,
        path: 'spec.trafficPolicy',
        message: 'the rule for api says nothing about TLS and auto mTLS is off',
        fix: 'add tls with mode: ISTIO_MUTUAL to spec.trafficPolicy, or switch',
        related: ['PeerAuthentication production/default'],
      }],
    },
    {
      name: 'auto mTLS off, a rule that says nothing at all',
      yaml: production + strict + api + rule('production/api', 'api') + rule('istio-system/default', '*.local', MUTUAL),
      profile: AUTO_OFF,
      findings: [{ severity: 'error', object, path: 'spec', fix: 'to spec.trafficPolicy, or' }],
    },
    {
      name: 'auto mTLS off, TLS for one port only, STRICT on two (IST0113)',
      yaml: production + policy('production/api', 'UNSET', { labels: 'app: api', ports: '8080: STRICT, 8081: STRICT' }) + service('production/api', 'app: api', HTTP, 'name: admin, port: 81, targetPort: 8081')
        + workload('production/api', 'app: api') + rule('production/api', 'api', `portLevelSettings: [{ port: { number: 80 }, ${MUTUAL} }]`) + rule('istio-system/default', '*.local', MUTUAL),
      profile: AUTO_OFF,
      findings: [{ severity: 'error', object, path: 'spec.trafficPolicy', message: 'says STRICT for port 8081 of app=api', related: ['PeerAuthentication production/api'] }],
    },
    {
      name: 'auto mTLS off, an entry for the port that says nothing about TLS',
      yaml: production + strict + api + rule('production/api', 'api', `${MUTUAL}, portLevelSettings: [{ port: { number: 80 }, loadBalancer: { simple: RANDOM } }]`)
        + rule('istio-system/default', '*.local', MUTUAL),
      profile: AUTO_OFF,
      findings: [{ severity: 'error', object, path: 'spec.trafficPolicy.portLevelSettings[0]', fix: 'to spec.trafficPolicy.portLevelSettings[0], or' }],
    },
    {
      name: 'auto mTLS off, a port of a policy, known pods, a rule that clients elsewhere do not see (IST0113)',
      yaml: namespace('staging') + production + policy('production/api', 'UNSET', { labels: 'app: api', ports: '8080: STRICT' }) + api + rule('production/api', 'api', MUTUAL, 'exportTo: ["."]'),
      profile: AUTO_OFF,
      findings: [{ severity: 'warning', object: 'PeerAuthentication production/api', path: 'spec.portLevelMtls.8080.mode', message: `no rule says ISTIO_MUTUAL for ${API}` }],
    },
    {
      name: 'which copy of the rule the cluster holds is not known',
      yaml: production + strict + api + plain() + rule('production/api', 'api', MUTUAL),
      findings: [{ severity: 'warning', object, path: PATH }],
    },
  ],
  partial: [
    {
      name: 'a namespace rule against its namespace policy (KIA0207)',
      yaml: strict + plain('production/default', ALL),
      findings: [{ severity: 'warning', object: 'DestinationRule production/default', path: PATH, message: 'says STRICT for namespace production', related: ['PeerAuthentication production/default'] }],
    },
    {
      name: 'a mesh rule in a client namespace against the mesh policy (KIA0208)',
      yaml: policy('istio-system/default', 'STRICT') + plain('bookinfo/default', '*.local'),
      findings: [{ severity: 'warning', object: 'DestinationRule bookinfo/default', path: PATH, message: 'says STRICT for the whole mesh', related: ['PeerAuthentication istio-system/default'] }],
    },
    {
      name: 'a namespace rule against the mesh policy (KIA0208)',
      yaml: policy('istio-system/default', 'STRICT') + plain('bookinfo/default', '*.bookinfo.svc.cluster.local'),
      findings: [{ severity: 'warning', object: 'DestinationRule bookinfo/default', path: PATH }],
    },
    {
      name: 'a host whose Service is not known',
      yaml: strict + plain(),
      findings: [{ severity: 'warning', object, path: PATH }],
    },
    {
      name: 'a host whose Service is not known, called like the pods of a policy',
      yaml: policy('production/api', 'STRICT', { labels: 'app: api' }) + plain() + plain('production/web', 'web'),
      findings: [{ severity: 'warning', object, path: PATH, message: 'says STRICT for app=api' }],
    },
    { name: 'a host whose Service is not known, beside an exception that may be for it', yaml: strict + policy('production/legacy', 'DISABLE', { labels: 'app: old' }) + plain() },
    {
      name: 'all ports of a host, called like pods that are an exception at one port only',
      yaml: strict + policy('production/api', 'STRICT', { labels: 'app: api', ports: '8081: DISABLE' }) + plain(),
      findings: [{ severity: 'warning', object, path: PATH, message: 'says STRICT for app=api' }],
    },
    {
      name: 'the port of a rule, which leads to no exception',
      yaml: strict + rule('production/default', ALL, `${MUTUAL}, portLevelSettings: [{ port: { number: 9090 }, ${DISABLE} }]`),
      findings: [{ severity: 'warning', object: 'DestinationRule production/default', path: 'spec.trafficPolicy.portLevelSettings[0].tls.mode' }],
    },
    {
      name: 'the port of a rule, which may lead to the exception',
      yaml: strict + policy('production/api', 'STRICT', { labels: 'app: api', ports: '8081: PERMISSIVE' }) + rule('production/default', ALL, `${MUTUAL}, portLevelSettings: [{ port: { number: 80 }, ${DISABLE} }]`),
    },
    {
      name: 'the target port has a name, and the pods that give it a number are not known',
      yaml: policy('production/api', 'STRICT', { labels: 'app: api', ports: '8081: PERMISSIVE' }) + service('production/api', 'app: api', 'name: http, port: 80, targetPort: web') + plain(),
    },
    {
      name: 'the Service is known, its pods are not',
      yaml: policy('production/api', 'STRICT', { labels: 'app: api' }) + service('production/api', 'app: api', HTTP) + plain(),
      findings: [{ severity: 'warning', object, path: PATH }],
    },
    {
      name: 'pods of which nothing says whether they have a sidecar',
      yaml: strict + api + plain(),
      findings: [{ severity: 'warning', object, path: PATH, message: '(Deployment production/api)' }],
    },
    { name: 'on complete input there are no such pods', yaml: strict + plain('production/default', ALL), profile: { complete: true } },
    { name: 'the namespace of the objects is not known', yaml: strict.replace(', namespace: production', '') + plain('default', ALL) + plain('api', API) },
    {
      name: 'auto mTLS off, a mesh policy alone (KIA0401)',
      yaml: policy('istio-system/default', 'STRICT') + rule('bookinfo/default', '*.bookinfo.svc.cluster.local', MUTUAL),
      profile: AUTO_OFF,
      findings: [{ severity: 'warning', object: 'PeerAuthentication istio-system/default', path: 'spec.mtls.mode', message: 'no rule says ISTIO_MUTUAL for *.svc.cluster.local' }],
    },
    {
      name: 'auto mTLS off, a namespace policy, a rule without tls (KIA0501)',
      yaml: policy('bar/default', 'STRICT') + rule('bar/default', '*.bar.svc.cluster.local'),
      profile: AUTO_OFF,
      findings: [{ severity: 'warning', object: 'DestinationRule bar/default', path: 'spec', related: ['PeerAuthentication bar/default'] }],
    },
    {
      name: 'auto mTLS off, a workload policy whose pods are known (IST0113)',
      yaml: policy('missing/default', 'STRICT', { labels: 'app: missing' }) + service('missing/missing', 'app: missing', HTTP) + workload('missing/missing', 'app: missing', { kind: 'Pod', annotations: 'sidecar.istio.io/status: injected' })
        + rule('other/missing', 'missing.missing.svc.cluster.local', MUTUAL),
      profile: AUTO_OFF,
      findings: [{ severity: 'warning', object: 'PeerAuthentication missing/default', path: 'spec.mtls.mode' }],
    },
  ],
  twoMeshes: [{ name: 'each environment has its own', meshes: [production + strict + api, production + plain()] }],
  falsePositives: [
    {
      name: 'the API server, which is in no mesh (istio.io, before auto mTLS)',
      yaml: policy('istio-system/default', 'STRICT') + policy('default/default', 'STRICT') + rule('istio-system/api-server', 'kubernetes.default.svc.cluster.local', DISABLE),
    },
    {
      name: 'a message broker of another team, below a STRICT mesh: who writes a rule for one host knows its pods',
      yaml: policy('istio-system/default', 'STRICT') + rule('messaging/nats', 'nats', DISABLE),
    },
    {
      name: 'the pods of a StatefulSet by their own hosts (CockroachDB)',
      yaml: strict + rule('production/cockroachdb', '*.cockroachdb.production.svc.cluster.local', DISABLE),
    },
    {
      name: 'a database without a proxy in a STRICT namespace',
      yaml: production + strict + pods('production/db', 'app: db, sidecar.istio.io/inject: "false"') + plain('production/db', 'db'),
      profile: { dataPlane: 'sidecar' },
    },
    {
      name: 'ambient workloads: a sidecar reaches them through HBONE whatever the rule says',
      yaml: namespace('client') + namespace('production', 'istio.io/dataplane-mode: ambient') + strict + api + plain(),
    },
    {
      name: 'a gateway, whose servers take plaintext',
      yaml: namespace('istio-system') + policy('istio-system/default', 'STRICT') + service('istio-system/ingress', 'istio: ingress', HTTP)
        + workload('istio-system/ingress', 'istio: ingress', { annotations: 'inject.istio.io/templates: gateway' }) + rule('istio-system/ingress', 'ingress', DISABLE),
    },
    {
      name: 'a port that bypasses the proxy',
      yaml: production + strict + pods('production/api', 'app: api', { annotations: 'traffic.sidecar.istio.io/excludeInboundPorts: "8080"' }) + plain(),
    },
    {
      name: 'exceptions and their rules, without Services in the input',
      yaml: strict + policy('production/legacy', 'DISABLE', { labels: 'app: legacy-payment' }) + rule('production/default', ALL, MUTUAL)
        + rule('production/legacy', 'legacy-payment', DISABLE) + rule('production/gateway', 'api-gateway', `${MUTUAL}, portLevelSettings: [{ port: { number: 8081 }, ${DISABLE} }]`)
        + policy('production/gateway', 'STRICT', { labels: 'app: api-gateway', ports: '8081: DISABLE' }),
    },
    {
      name: 'namespaces into which nothing is injected',
      yaml: policy('istio-system/default', 'STRICT') + namespace('kube-system', '') + pods('kube-system/dns', 'k8s-app: dns') + rule('istio-system/dns', 'dns.kube-system.svc.cluster.local', DISABLE),
    },
  ],
});
