import { checkTable } from './support/check-table';
import { headless, namespace, policy, rule, service, serviceEntry, workload } from './support/traffic-manifests';
import { oneWayTlsToSidecar } from '../../src/checks/mtls403-one-way-tls-to-sidecar';

const SIMPLE = 'tls: { mode: SIMPLE }';
const MUTUAL = 'tls: { mode: MUTUAL, clientCertificate: /c.pem, privateKey: /k.pem }';
const HTTP = 'name: http, port: 80, targetPort: 8080';
const TCP = 'name: tcp-db, port: 5432';
const HTTPS = 'name: https, port: 443, targetPort: 8443';
const PATH = 'spec.trafficPolicy.tls.mode';

const production = namespace('production');
const strict = policy('production/default', 'STRICT');
const permissive = policy('production/default', 'PERMISSIVE');
const api = (port: string, labels = 'app: api', parts = {}) => service('production/api', 'app: api', port) + workload('production/api', labels, parts);
const toApi = (tls: string, rest = '') => rule('production/api', 'api', tls, rest);
const object = 'DestinationRule production/api';

checkTable(oneWayTlsToSidecar, {
  valid: [
    { name: 'ISTIO_MUTUAL', yaml: production + strict + api(HTTP) + toApi('tls: { mode: ISTIO_MUTUAL }') },
    { name: 'SIMPLE to a workload without a proxy', yaml: production + strict + api(HTTP, 'app: api, sidecar.istio.io/inject: "false"') + toApi(SIMPLE), profile: { dataPlane: 'sidecar' } },
    { name: 'SIMPLE to a port that the application serves as HTTPS', yaml: production + permissive + api(HTTPS) + toApi(SIMPLE) },
    { name: 'SIMPLE to a host outside the mesh', yaml: production + strict + serviceEntry('production/api', 'api.example.com') + rule('production/api', 'api.example.com', SIMPLE) },
    { name: 'a secret that sidecars cannot read, so that they send plaintext', yaml: production + strict + api(HTTP) + toApi('tls: { mode: SIMPLE, credentialName: cert }') },
    { name: 'a port that bypasses the proxy', yaml: production + strict + api(HTTP, 'app: api', { annotations: 'traffic.sidecar.istio.io/excludeInboundPorts: "8080"' }) + toApi(SIMPLE) },
    { name: 'another rule is in use', yaml: production + strict + api(HTTP) + rule('production/all', '*.production.svc.cluster.local', SIMPLE) + toApi('tls: { mode: ISTIO_MUTUAL }'), profile: { complete: true } },
  ],
  invalid: [
    {
      name: 'SIMPLE to STRICT',
      yaml: production + strict + api(HTTP) + toApi(SIMPLE),
      findings: [{
        severity: 'error',
        object,
        path: PATH,
        message: "SIMPLE for api makes clients send TLS that is not the mesh's own, which is refused: PeerAuthentication production/default says STRICT for namespace production (Deployment production/api)",
        fix: 'write mode: ISTIO_MUTUAL in spec.trafficPolicy.tls, or remove this tls block: auto mTLS sends mTLS by itself',
        related: ['PeerAuthentication production/default'],
      }],
    },
    {
      name: 'SIMPLE to a STRICT port that the application serves as HTTPS, without auto mTLS',
      yaml: production + strict + api(HTTPS) + toApi(SIMPLE),
      profile: { autoMtls: false },
      findings: [{ severity: 'error', object, path: PATH, message: 'which is refused: PeerAuthentication', fix: 'write mode: ISTIO_MUTUAL in spec.trafficPolicy.tls' }],
    },
    {
      name: 'SIMPLE to an HTTP port',
      yaml: production + permissive + api(HTTP) + toApi(SIMPLE),
      findings: [{ severity: 'error', object, path: PATH, message: 'which an HTTP port of a sidecar refuses: port 8080 of Deployment production/api', related: ['Deployment production/api'] }],
    },
    {
      name: 'SIMPLE to an HTTP port, whatever its mode',
      yaml: production + api(HTTP) + toApi(SIMPLE),
      findings: [{ severity: 'error', object, path: PATH, message: 'port 8080 of Deployment production/api' }],
    },
    {
      name: 'SIMPLE to an HTTP port whose mode depends on age',
      yaml: production + strict + policy('production/other', 'PERMISSIVE') + api(HTTP) + toApi(SIMPLE),
      findings: [{ severity: 'error', object, path: PATH, message: 'which an HTTP port of a sidecar refuses' }],
    },
    {
      name: 'MUTUAL to an HTTP port that is not STRICT',
      yaml: production + permissive + api(HTTP) + toApi(MUTUAL),
      findings: [{ severity: 'error', object, path: PATH, message: 'MUTUAL for api makes clients send TLS that is not the mesh\'s own, which an HTTP port' }],
    },
    {
      name: 'MUTUAL to an HTTP port of which the mode is not known',
      yaml: production + api(HTTP) + toApi(MUTUAL),
      findings: [{ severity: 'warning', object, path: PATH, message: 'which an HTTP port of a sidecar refuses' }],
    },
    {
      name: 'MUTUAL to STRICT, by a certificate that nobody knows',
      yaml: production + strict + api(HTTP) + toApi(MUTUAL),
      findings: [{ severity: 'warning', object, path: PATH, message: 'which is refused unless the mesh CA signed its certificate: PeerAuthentication production/default' }],
    },
    {
      name: 'SIMPLE to a TCP port',
      yaml: production + permissive + api(TCP) + toApi(SIMPLE),
      findings: [{
        severity: 'warning',
        object,
        path: PATH,
        message: 'which reaches the application undecrypted: port 5432 of Deployment production/api',
        fix: 'auto mTLS sends mTLS by itself; or declare the port as https or tls if the application speaks TLS',
        related: ['Deployment production/api'],
      }],
    },
    {
      name: 'the worst of two ports speaks, each block for itself',
      yaml: production + permissive + service('production/api', 'app: api', HTTP, TCP) + workload('production/api', 'app: api')
        + rule('production/api', 'api', `${SIMPLE}, portLevelSettings: [{ port: { number: 5432 }, ${SIMPLE} }]`),
      findings: [
        { severity: 'error', object, path: PATH, message: 'port 8080 of Deployment production/api' },
        { severity: 'warning', object, path: 'spec.trafficPolicy.portLevelSettings[0].tls.mode', message: 'undecrypted: port 5432', fix: 'in spec.trafficPolicy.portLevelSettings[0].tls' },
      ],
    },
    {
      name: 'one block, two ports',
      yaml: production + permissive + service('production/api', 'app: api', HTTP, TCP) + workload('production/api', 'app: api') + toApi(SIMPLE),
      findings: [{ severity: 'error', object, path: PATH, message: 'which an HTTP port of a sidecar refuses: port 8080 of Deployment production/api' }],
    },
    {
      name: 'a headless Service',
      yaml: production + strict + headless('production/api', 'app: api', TCP) + workload('production/api', 'app: api') + toApi(SIMPLE),
      findings: [{ severity: 'error', object, path: PATH }],
    },
    {
      name: 'a subset, which routes may or may not use',
      yaml: production + api(HTTP) + rule('production/api', 'api', undefined, `subsets: [{ name: v1, labels: { app: api }, trafficPolicy: { ${SIMPLE} } }]`),
      findings: [{ severity: 'warning', object, path: 'spec.subsets[0].trafficPolicy.tls.mode' }],
    },
    {
      name: 'routes may lead past the rule to its subsets',
      yaml: production + api(HTTP) + toApi(SIMPLE, 'subsets: [{ name: v1, labels: { version: v1 }, trafficPolicy: { tls: { mode: ISTIO_MUTUAL } } }]'),
      findings: [{ severity: 'warning', object, path: PATH }],
    },
    {
      name: 'which copy of the rule the cluster holds is not known',
      yaml: production + api(HTTP) + toApi(SIMPLE) + toApi('tls: { mode: ISTIO_MUTUAL }'),
      findings: [{ severity: 'warning', object, path: PATH }],
    },
  ],
  partial: [
    {
      name: 'policies alone',
      yaml: strict + toApi(SIMPLE),
      findings: [{ severity: 'warning', object, path: PATH, message: 'says STRICT for namespace production', related: ['PeerAuthentication production/default'] }],
    },
    {
      name: 'a rule for a namespace that a policy takes out of the mesh (KIA0505)',
      yaml: policy('production/default', 'DISABLE') + rule('production/default', '*.production.svc.cluster.local', MUTUAL),
      findings: [{
        severity: 'warning',
        object: 'DestinationRule production/default',
        path: PATH,
        message: 'MUTUAL for *.production.svc.cluster.local makes clients send TLS that is not the mesh\'s own, which reaches the application undecrypted: '
          + 'PeerAuthentication production/default says DISABLE for namespace production',
        related: ['PeerAuthentication production/default'],
      }],
    },
    {
      name: 'a rule for a mesh whose policy says DISABLE (KIA0506)',
      yaml: policy('istio-system/default', 'DISABLE') + rule('bookinfo/default', '*.local', MUTUAL),
      findings: [{ severity: 'warning', object: 'DestinationRule bookinfo/default', path: PATH, related: ['PeerAuthentication istio-system/default'] }],
    },
    { name: 'an application that takes TLS off itself, by a rule for its host', yaml: policy('production/default', 'DISABLE') + toApi(MUTUAL) },
    { name: 'no policy', yaml: toApi(SIMPLE) },
    { name: 'the pods are not known, and no policy takes a sidecar for granted', yaml: service('production/api', 'app: api', HTTP) + toApi(SIMPLE) },
    { name: 'nothing says whether the pods have a sidecar, and no policy takes it for granted', yaml: api(HTTP) + toApi(SIMPLE) },
    {
      name: 'nothing says whether the pods have a sidecar, but a policy is STRICT',
      yaml: strict + api(HTTP) + toApi(SIMPLE),
      findings: [{ severity: 'warning', object, path: PATH }],
    },
    {
      name: 'the pods are not known, but a policy is STRICT',
      yaml: strict + service('production/api', 'app: api', HTTP) + toApi(SIMPLE),
      findings: [{ severity: 'warning', object, path: PATH, message: 'says STRICT for namespace production', related: ['PeerAuthentication production/default'] }],
    },
  ],
  twoMeshes: [{ name: 'each environment has its own', meshes: [production + strict + api(HTTP), production + toApi(SIMPLE)] }],
  falsePositives: [
    {
      name: 'an ingress gateway originates TLS to a dashboard that has no sidecar',
      yaml: namespace('kubernetes-dashboard', 'istio-injection: disabled') + policy('istio-system/default', 'STRICT')
        + service('kubernetes-dashboard/dashboard', 'app: dashboard', HTTPS) + workload('kubernetes-dashboard/dashboard', 'app: dashboard')
        + rule('istio-system/dashboard', 'dashboard.kubernetes-dashboard.svc.cluster.local', SIMPLE),
      profile: { dataPlane: 'sidecar' },
    },
    {
      name: 'an egress gateway originates TLS for a host outside the mesh (istio samples)',
      yaml: namespace('istio-system') + policy('istio-system/default', 'STRICT') + serviceEntry('istio-system/cnn', 'edition.cnn.com') + rule('istio-system/cnn', 'edition.cnn.com', undefined, '')
        + rule('istio-system/originate', 'edition.cnn.com', `portLevelSettings: [{ port: { number: 443 }, ${SIMPLE} }]`),
    },
    {
      name: 'an egress gateway that is not in the input, with certificates of its own (istio.io)',
      yaml: policy('istio-system/default', 'STRICT') + rule('default/egress', 'istio-egressgateway.istio-system.svc.cluster.local', `portLevelSettings: [{ port: { number: 80 }, ${MUTUAL} }]`),
    },
    {
      name: 'an egress gateway with certificates of its own',
      yaml: namespace('istio-system') + policy('istio-system/default', 'STRICT') + service('istio-system/egress', 'istio: egress', HTTPS)
        + workload('istio-system/egress', 'istio: egress', { annotations: 'inject.istio.io/templates: gateway' }) + rule('istio-system/egress', 'egress', MUTUAL),
    },
    {
      name: 'TLS of the application inside HBONE, to ambient workloads',
      yaml: namespace('client') + namespace('production', 'istio.io/dataplane-mode: ambient') + strict + api(HTTPS) + toApi(SIMPLE),
    },
  ],
});
