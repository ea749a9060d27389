import { checkTable } from './support/check-table';
import { headless, namespace, policy, rule, service, serviceEntry, workload } from './support/traffic-manifests';
import { mutualToNoProxy } from '../../src/checks/mtls402-mutual-to-no-proxy';

const MUTUAL = 'tls: { mode: ISTIO_MUTUAL }';
const DISABLE = 'tls: { mode: DISABLE }';
const HTTP = 'name: http, port: 80, targetPort: 8080';
const ALL = '*.production.svc.cluster.local';
const LEGACY = 'legacy.production.svc.cluster.local';
const PATH = 'spec.trafficPolicy.tls.mode';

const everyone = rule('production/default', ALL, MUTUAL);
const object = 'DestinationRule production/default';
const production = namespace('production');
const legacy = service('production/legacy', 'app: legacy', HTTP) + workload('production/legacy', 'app: legacy');
const exception = policy('production/legacy', 'DISABLE', { labels: 'app: legacy' });
const pods = (path: string, labels: string, parts = {}) => service(path, labels, HTTP) + workload(path, labels, parts);

checkTable(mutualToNoProxy, {
  valid: [
    { name: 'STRICT and PERMISSIVE take mTLS', yaml: production + policy('production/default', 'STRICT') + policy('production/legacy', 'PERMISSIVE', { labels: 'app: legacy' }) + legacy + everyone },
    { name: 'no policy takes mTLS', yaml: production + legacy + everyone },
    { name: 'an exception in another namespace', yaml: policy('staging/legacy', 'DISABLE', { labels: 'app: legacy' }) + everyone },
    { name: 'a rule for the exception', yaml: production + exception + legacy + everyone + rule('production/legacy', 'legacy', DISABLE) },
    { name: 'a rule without tls leaves it to auto mTLS', yaml: production + exception + legacy + rule('production/legacy', 'legacy', 'loadBalancer: { simple: RANDOM }') + everyone },
    { name: 'a rule for the exception, whose Service is not in the input', yaml: exception + everyone + rule('production/legacy', LEGACY, DISABLE) },
    { name: 'a rule for a Service that nobody names may be for the exception', yaml: exception + everyone + rule('production/payments', 'payments', DISABLE) },
    {
      name: 'the port of the exception, at the Service port',
      yaml: production + policy('production/legacy', 'STRICT', { labels: 'app: legacy', ports: '8080: DISABLE' }) + legacy
      + rule('production/legacy', 'legacy', `${MUTUAL}, portLevelSettings: [{ port: { number: 80 }, ${DISABLE} }]`),
    },
    {
      name: 'some port of the rule is plain, and may be the one of the exception',
      yaml: policy('production/legacy', 'STRICT', { labels: 'app: legacy', ports: '8081: DISABLE' })
      + rule('production/default', ALL, `${MUTUAL}, portLevelSettings: [{ port: { number: 9000 }, ${DISABLE} }]`),
    },
    { name: 'a port that never reaches the proxy', yaml: policy('production/legacy', 'STRICT', { labels: 'app: legacy', ports: '15020: DISABLE' }) + everyone },
    { name: 'a port that no Service leads to', yaml: production + policy('production/legacy', 'STRICT', { labels: 'app: legacy', ports: '9090: DISABLE' }) + legacy + everyone },
    { name: 'its own clients use another rule, and others do not see it', yaml: production + exception + legacy + rule('far/all', ALL, MUTUAL) + rule('far/legacy', LEGACY, DISABLE) },
    { name: 'SIMPLE to a host outside the mesh', yaml: production + serviceEntry('production/api', 'api.example.com') + rule('production/api', 'api.example.com', 'tls: { mode: SIMPLE }') },
    { name: 'ISTIO_MUTUAL to another mesh that is declared a part of this one', yaml: production + serviceEntry('production/api', 'api.example.com', 'location: MESH_INTERNAL') + rule('production/api', 'api.example.com', MUTUAL) },
    { name: 'an alias for a Service of the cluster', yaml: production + service('production/alias', 'app: a', HTTP).replace('selector: { app: a }', 'type: ExternalName, externalName: legacy.staging.svc.cluster.local') + rule('production/alias', 'alias', MUTUAL) },
    { name: 'a Service without selector, of which nobody knows the endpoints', yaml: production + service('production/db', '', HTTP) + rule('production/db', 'db', MUTUAL) },
  ],
  invalid: [
    {
      name: 'a whole workload, everything known',
      yaml: production + policy('production/default', 'STRICT') + exception + legacy + everyone,
      findings: [{
        severity: 'error',
        object,
        path: PATH,
        message: 'ISTIO_MUTUAL for *.production.svc.cluster.local makes clients send mTLS to what does not take it: '
          + 'PeerAuthentication production/legacy says DISABLE for app=legacy (Deployment production/legacy)',
        fix: `add a rule with tls.mode DISABLE for ${LEGACY}; or remove this tls block: auto mTLS`,
        related: ['PeerAuthentication production/legacy'],
      }],
    },
    {
      name: 'the rule of that very host',
      yaml: production + exception + legacy + rule('production/legacy', 'legacy', MUTUAL),
      findings: [{ severity: 'error', object: 'DestinationRule production/legacy', path: PATH, message: 'ISTIO_MUTUAL for legacy makes', fix: 'write tls.mode DISABLE for legacy; or' }],
    },
    {
      name: 'one port of a known workload',
      yaml: production + policy('production/legacy', 'STRICT', { labels: 'app: legacy', ports: '8080: DISABLE' }) + legacy + everyone,
      findings: [{
        severity: 'warning',
        object,
        path: PATH,
        message: 'says DISABLE for port 8080 of app=legacy (Deployment production/legacy)',
        fix: `add a rule for ${LEGACY} with portLevelSettings with tls.mode DISABLE for port 80; or`,
      }],
    },
    {
      name: 'one port, in the rule of that very host, without auto mTLS',
      yaml: production + policy('production/legacy', 'STRICT', { labels: 'app: legacy', ports: '8080: DISABLE' }) + legacy + rule('production/legacy', 'legacy', MUTUAL),
      profile: { autoMtls: false },
      findings: [{ severity: 'warning', object: 'DestinationRule production/legacy', path: PATH, fix: 'add portLevelSettings with tls.mode DISABLE for port 80' }],
    },
    {
      name: 'a namespace, by policies alone (KIA0505)',
      yaml: policy('production/default', 'DISABLE') + everyone,
      findings: [{
        severity: 'warning',
        object,
        path: PATH,
        message: 'PeerAuthentication production/default says DISABLE for namespace production',
        fix: 'write tls.mode DISABLE for *.production.svc.cluster.local',
        related: ['PeerAuthentication production/default'],
      }],
    },
    {
      name: 'the mesh, by policies alone, seen from one client namespace (KIA0506)',
      yaml: policy('istio-system/default', 'DISABLE') + rule('bookinfo/all', '*.local', MUTUAL),
      findings: [{ severity: 'warning', object: 'DestinationRule bookinfo/all', path: PATH, message: 'PeerAuthentication istio-system/default says DISABLE for the whole mesh', related: ['PeerAuthentication istio-system/default'] }],
    },
    {
      name: 'the profile knows the mesh mode',
      yaml: everyone,
      profile: { meshMode: 'DISABLE' },
      findings: [{ severity: 'warning', object, path: PATH, message: 'the profile says DISABLE for the whole mesh', related: [] }],
    },
    {
      name: 'a namespace, seen from rules of the mesh',
      yaml: production + policy('production/default', 'DISABLE') + pods('production/web', 'app: web') + rule('istio-system/all', '*.local', MUTUAL),
      findings: [{ severity: 'error', object: 'DestinationRule istio-system/all', path: PATH, message: 'says DISABLE for namespace production (Deployment production/web)' }],
    },
    {
      name: 'two exceptions in one finding, one for a port',
      yaml: policy('production/a', 'DISABLE', { labels: 'app: a' }) + policy('production/b', 'STRICT', { labels: 'app: b', ports: '8081: DISABLE' }) + everyone,
      findings: [{
        severity: 'warning',
        object,
        path: PATH,
        message: 'PeerAuthentication production/a says DISABLE for app=a and PeerAuthentication production/b says DISABLE for port 8081 of app=b',
        fix: 'add a rule with tls.mode DISABLE for the Service of app=a, and add a rule with portLevelSettings with tls.mode DISABLE for the Service port in front of port 8081 of app=b',
        related: ['PeerAuthentication production/a', 'PeerAuthentication production/b'],
      }],
    },
    {
      name: 'the rule named after the exception does not cure it',
      yaml: exception + everyone + rule('production/legacy', LEGACY, MUTUAL) + rule('production/payments', 'payments', DISABLE),
      findings: [{ severity: 'warning', object: 'DestinationRule production/legacy', path: PATH, message: 'app=legacy', fix: 'the Service of app=legacy' }],
    },
    {
      name: 'rules for other hosts are no cure if they do the same',
      yaml: exception + everyone + rule('production/payments', 'payments', MUTUAL),
      findings: [{ severity: 'warning', object, path: PATH }],
    },
    {
      name: 'a workload without a proxy',
      yaml: production + pods('production/db', 'app: db, sidecar.istio.io/inject: "false"') + everyone,
      profile: { dataPlane: 'sidecar' },
      findings: [{
        severity: 'error',
        object,
        path: PATH,
        message: 'Deployment production/db has no proxy (pod label sidecar.istio.io/inject=false)',
        fix: 'add a rule with tls.mode DISABLE for db.production.svc.cluster.local; or',
        related: ['Deployment production/db'],
      }],
    },
    {
      name: 'a Pod without a proxy behind a rule for its host (IST0115)',
      yaml: service('production/db', 'app: db', HTTP) + workload('production/db', 'app: db', { kind: 'Pod' }) + rule('production/db', 'db', MUTUAL),
      findings: [{ severity: 'warning', object: 'DestinationRule production/db', path: PATH, message: 'Pod production/db has no proxy (no container istio-proxy)', related: ['Pod production/db'] }],
    },
    {
      name: 'workloads without a proxy under a rule for the whole mesh',
      yaml: production + pods('production/db', 'app: db, sidecar.istio.io/inject: "false"') + rule('istio-system/default', '*.local', MUTUAL),
      profile: { dataPlane: 'sidecar' },
      findings: [{ severity: 'warning', object: 'DestinationRule istio-system/default', path: PATH }],
    },
    {
      name: 'an agent of the nodes under a rule for its namespace, and under one for its host',
      yaml: production + pods('production/agent', 'app: agent', { kind: 'DaemonSet', hostNetwork: true }) + everyone
        + pods('production/other', 'app: other', { kind: 'DaemonSet', hostNetwork: true }) + rule('production/other', 'other', MUTUAL),
      findings: [
        { severity: 'warning', object, path: PATH, message: 'DaemonSet production/agent has no proxy (hostNetwork: true)' },
        { severity: 'error', object: 'DestinationRule production/other', path: PATH, message: 'DaemonSet production/other has no proxy (hostNetwork: true)' },
      ],
    },
    {
      name: 'a host outside the mesh',
      yaml: production + serviceEntry('production/api', 'api.example.com') + rule('production/api', 'api.example.com', MUTUAL),
      findings: [{
        severity: 'error',
        object: 'DestinationRule production/api',
        path: PATH,
        message: 'ServiceEntry production/api says that it is outside the mesh',
        fix: 'write tls.mode SIMPLE for api.example.com, or no tls if clients encrypt by themselves',
        related: ['ServiceEntry production/api'],
      }],
    },
    {
      name: 'outside the mesh, but by default, or behind gateways that may be known, or hidden from the clients that are known',
      yaml: production + serviceEntry('production/a', 'a.example.com', '') + rule('production/a', 'a.example.com', MUTUAL)
        + serviceEntry('production/b', 'b.example.com', 'location: MESH_EXTERNAL, endpoints: [{ address: 192.0.2.1 }]') + rule('production/b', 'b.example.com', MUTUAL)
        + serviceEntry('staging/c', 'c.example.com', 'location: MESH_EXTERNAL, exportTo: ["."]') + rule('staging/c', 'c.example.com', MUTUAL),
      findings: ['production/a', 'production/b', 'staging/c'].map((name) => ({ severity: 'warning', object: `DestinationRule ${name}`, path: PATH })),
    },
    {
      name: 'an alias for a host outside the cluster',
      yaml: production + service('production/db', 'app: a', HTTP).replace('selector: { app: a }', 'type: ExternalName, externalName: db.example.com') + rule('production/db', 'db', MUTUAL),
      findings: [{ severity: 'warning', object: 'DestinationRule production/db', path: PATH, message: 'Service production/db says that it is outside the mesh' }],
    },
    {
      name: 'a headless Service, whose clients dial the workload port',
      yaml: production + policy('production/legacy', 'STRICT', { labels: 'app: legacy', ports: '9000: DISABLE' }) + headless('production/legacy', 'app: legacy', 'name: tcp, port: 9000, targetPort: 1')
        + workload('production/legacy', 'app: legacy') + everyone,
      findings: [{ severity: 'warning', object, path: PATH, message: 'port 9000 of app=legacy' }],
    },
    {
      name: 'a subset, which routes may or may not use',
      yaml: production + exception + legacy + rule('production/legacy', 'legacy', undefined, `subsets: [{ name: v1, labels: {}, trafficPolicy: { ${MUTUAL} } }]`),
      findings: [{ severity: 'warning', object: 'DestinationRule production/legacy', path: 'spec.subsets[0].trafficPolicy.tls.mode' }],
    },
    {
      name: 'which rule holds depends on age',
      yaml: production + exception + legacy + rule('production/a', 'legacy', MUTUAL) + rule('production/b', 'legacy', DISABLE),
      findings: [{ severity: 'warning', object: 'DestinationRule production/a', path: PATH }],
    },
    {
      name: 'which policy holds depends on age',
      yaml: production + exception + policy('production/other', 'STRICT', { labels: 'app: legacy' }) + legacy + everyone,
      findings: [{ severity: 'warning', object, path: PATH, related: ['PeerAuthentication production/legacy'] }],
    },
    {
      name: 'the client namespace is not known to be meshed',
      yaml: exception + service('production/legacy', 'app: legacy', HTTP) + workload('production/legacy', 'app: legacy', { annotations: 'sidecar.istio.io/status: injected' })
        + rule('staging/legacy', LEGACY, MUTUAL),
      findings: [{ severity: 'warning', object: 'DestinationRule staging/legacy', path: PATH }],
    },
    {
      name: 'a Sidecar may hide the Service from the clients that are known',
      yaml: production + exception + legacy + everyone + `---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: { name: default, namespace: production }
spec: { egress: [{ hosts: ["istio-system/*"] }] }
`,
      findings: [{ severity: 'warning', object, path: PATH }],
    },
  ],
  partial: [
    {
      name: 'policies alone',
      yaml: exception + everyone,
      findings: [{ severity: 'warning', object, path: PATH, message: 'says DISABLE for app=legacy', fix: 'the Service of app=legacy', related: ['PeerAuthentication production/legacy'] }],
    },
    {
      name: 'the Service is known, its pods are not',
      yaml: exception + service('production/legacy', 'app: legacy', HTTP) + everyone,
      findings: [{ severity: 'warning', object, path: PATH, fix: `add a rule with tls.mode DISABLE for ${LEGACY}` }],
    },
    {
      name: 'the pods are known, their Service is not',
      yaml: exception + workload('production/legacy', 'app: legacy') + everyone,
      findings: [{ severity: 'warning', object, path: PATH }],
    },
    { name: 'on complete input the exception selects nothing', yaml: exception + everyone, profile: { complete: true } },
    { name: 'the namespace of the objects is not known', yaml: exception.replace(', namespace: production', '') + everyone.replace(', namespace: production', '') },
    { name: 'a host whose Service is not known, beside a policy that may be for it', yaml: policy('production/default', 'DISABLE') + policy('production/x', 'STRICT', { labels: 'app: x' }) + rule('production/api', 'api', MUTUAL) },
    {
      name: 'a host whose Service is not known',
      yaml: policy('production/default', 'DISABLE') + rule('production/api', 'api', MUTUAL),
      findings: [{ severity: 'warning', object: 'DestinationRule production/api', path: PATH, fix: 'write tls.mode DISABLE for api' }],
    },
    { name: 'pods that get their proxy by means that the input does not show', yaml: namespace('production', '') + pods('production/db', 'app: db') + everyone },
  ],
  twoMeshes: [{ name: 'each environment has its own', meshes: [production + exception + legacy, production + everyone] }],
  falsePositives: [
    {
      name: 'kube-dns under a rule for the whole mesh: no policy is about it, and sidecars do not call it',
      yaml: policy('istio-system/default', 'STRICT') + rule('istio-system/default', '*.local', MUTUAL)
        + service('kube-system/kube-dns', 'k8s-app: kube-dns', 'name: dns, port: 53, protocol: UDP', 'name: dns-tcp, port: 53, protocol: TCP'),
    },
    {
      name: 'ambient workloads: a sidecar reaches them through HBONE whatever the rule says',
      yaml: production + namespace('ambient', 'istio.io/dataplane-mode: ambient') + policy('ambient/legacy', 'DISABLE', { labels: 'app: legacy' })
        + pods('ambient/legacy', 'app: legacy') + rule('ambient/default', '*.ambient.svc.cluster.local', MUTUAL),
    },
    {
      name: 'a mesh whose pods are ambient, by policies alone',
      yaml: exception + everyone,
      profile: { dataPlane: 'ambient' },
    },
    {
      name: 'an egress gateway takes mTLS at its own servers, whatever policy selects it (istio samples)',
      yaml: namespace('istio-system') + policy('istio-system/default', 'DISABLE') + service('istio-system/istio-egressgateway', 'istio: egressgateway', 'name: https, port: 443, targetPort: 8443')
        + workload('istio-system/istio-egressgateway', 'istio: egressgateway', { annotations: 'inject.istio.io/templates: gateway' })
        + rule('default/egress', 'istio-egressgateway.istio-system.svc.cluster.local', undefined, `subsets: [{ name: cnn, labels: {}, trafficPolicy: { ${MUTUAL} } }]`),
    },
    {
      name: 'the Job of an application, which carries its labels and serves nobody',
      yaml: production + pods('production/web', 'app: web') + workload('production/migrate', 'app: web, sidecar.istio.io/inject: "false"', { kind: 'Job' }) + everyone,
      profile: { dataPlane: 'sidecar' },
    },
    {
      name: 'subsets of one host under ISTIO_MUTUAL (istio samples, destination-rule-all-mtls)',
      yaml: production + policy('production/default', 'STRICT') + pods('production/reviews', 'app: reviews, version: v1')
        + rule('production/reviews', 'reviews', MUTUAL, 'subsets: [{ name: v1, labels: { version: v1 } }, { name: v2, labels: { version: v2 } }]'),
    },
  ],
});
