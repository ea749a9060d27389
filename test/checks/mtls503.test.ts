import { checkTable, ExpectedFinding } from './support/check-table';
import { namespace, rule, service, serviceEntry, workload } from './support/traffic-manifests';
import { credentialFailsOpen } from '../../src/checks/mtls503-credential-fails-open';

const PRIVATE = 'exportTo: ["."]';
const tls = (fields: string, rest = '', home = 'production') => rule(`${home}/api`, 'api.example', `tls: { ${fields} }`, rest);
const MUTUAL = 'mode: MUTUAL, credentialName: api-client';
const HOST = serviceEntry('production/api', 'api.example');
const web = workload('production/web', 'app: web, sidecar.istio.io/inject: "true"');
const egress = (home: string) => workload(`${home}/egress`, 'app: egress, sidecar.istio.io/inject: "true"', { annotations: 'inject.istio.io/templates: gateway' });
const gateway = (home: string, className = 'istio') => `---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: egress, namespace: ${home} }
spec: { gatewayClassName: ${className} }
`;

const found: ExpectedFinding = {
  severity: 'warning',
  object: 'DestinationRule production/api',
  path: 'spec.trafficPolicy.tls.credentialName',
  message: 'credentialName api-client is read by sidecars only under a workloadSelector, which is missing: so sidecars send plaintext, and only gateways use it towards api.example',
  fix: 'add spec.workloadSelector.matchLabels for the clients, with the Secret in namespace production, or mount the certificates and write clientCertificate, privateKey and caCertificates instead',
  related: [],
};
const proven: ExpectedFinding = { ...found, severity: 'error', message: 'which is missing: so the sidecars in production send plaintext towards api.example' };

checkTable(credentialFailsOpen, {
  valid: [
    { name: 'selected clients', yaml: HOST + web + tls(MUTUAL, 'workloadSelector: { matchLabels: { app: web } }') },
    { name: 'a selector without labels is one', yaml: HOST + web + tls(MUTUAL, 'workloadSelector: {}') },
    { name: 'a ConfigMap', yaml: HOST + web + tls('mode: SIMPLE, credentialName: configmap://production/ca') },
    { name: 'files', yaml: HOST + web + tls('mode: MUTUAL, clientCertificate: /tls.crt, privateKey: /tls.key') },
    { name: 'an empty name', yaml: HOST + web + tls('mode: SIMPLE, credentialName: ""') },
    { name: 'ignored beside ISTIO_MUTUAL, which is MTLS504', yaml: HOST + web + tls('mode: ISTIO_MUTUAL, credentialName: api-client') },
    { name: 'no mode, which is MTLS501', yaml: HOST + web + tls('credentialName: api-client') },
    { name: 'in the namespace of a gateway', yaml: HOST + egress('istio-egress') + tls(MUTUAL, '', 'istio-egress') },
    { name: 'in the namespace of a gateway, with sidecars elsewhere', yaml: HOST + web + egress('istio-egress') + tls(MUTUAL, '', 'istio-egress') },
    { name: 'in the namespace of a Gateway', yaml: HOST + gateway('istio-egress') + tls(MUTUAL, '', 'istio-egress') },
  ],
  invalid: [
    { name: 'nothing known', yaml: tls(MUTUAL), findings: [found] },
    {
      name: 'SIMPLE',
      yaml: tls('mode: SIMPLE, credentialName: api-client'),
      findings: [{ ...found, fix: 'or mount the certificates and write caCertificates instead' }],
    },
    {
      name: 'a port and a subset, in one finding',
      yaml: rule('production/api', 'api.example', `portLevelSettings: [{ port: { number: 443 }, tls: { ${MUTUAL} } }]`, `subsets: [{ name: v1, trafficPolicy: { tls: { ${MUTUAL} } } }]`),
      findings: [{
        ...found,
        path: 'spec.trafficPolicy.portLevelSettings[0].tls.credentialName',
        message: 'which is missing, and so in spec.subsets[0].trafficPolicy.tls: so sidecars send plaintext',
      }],
    },
    { name: 'a private rule, and a sidecar beside it', yaml: HOST + web + tls(MUTUAL, PRIVATE), findings: [proven] },
    {
      name: 'a Service of the cluster',
      yaml: web + service('production/api', 'app: api', 'port: 443') + rule('production/api', 'api', `tls: { ${MUTUAL} }`, PRIVATE),
      findings: [{ ...proven, message: 'so the sidecars in production send plaintext towards api.production.svc.cluster.local' }],
    },
    { name: 'a namespace that injects sidecars', yaml: HOST + namespace('production') + tls(MUTUAL, PRIVATE), findings: [proven] },
    { name: 'exported, and all there is', yaml: HOST + web + tls(MUTUAL), profile: { complete: true }, findings: [proven] },
    { name: 'a waypoint is no gateway for it', yaml: HOST + web + gateway('production', 'istio-waypoint') + tls(MUTUAL, PRIVATE), findings: [proven] },
    { name: 'exported: a gateway elsewhere may be meant', yaml: HOST + web + egress('istio-egress') + tls(MUTUAL), profile: { complete: true }, findings: [found] },
    { name: 'exported: one that the input does not show may be meant', yaml: HOST + web + tls(MUTUAL), findings: [found] },
    { name: 'a gateway beside the sidecar', yaml: HOST + web + egress('production') + tls(MUTUAL, PRIVATE), findings: [found] },
    { name: 'another rule decides for the sidecars', yaml: HOST + web + tls(MUTUAL, PRIVATE) + rule('production/a', 'api.example', 'tls: { mode: DISABLE }', PRIVATE), findings: [found] },
    {
      name: 'a rule with a selector decides for the sidecars',
      yaml: HOST + web + tls(MUTUAL) + rule('production/a', 'api.example', 'tls: { mode: SIMPLE }', 'workloadSelector: { matchLabels: { app: web } }'),
      profile: { complete: true },
      findings: [found],
    },
    {
      name: 'routes may lead past the rule, to a subset with TLS of its own',
      yaml: HOST + web + tls(MUTUAL, `${PRIVATE}, subsets: [{ name: v1, trafficPolicy: { tls: { mode: SIMPLE } } }]`),
      findings: [found],
    },
    { name: 'a client without a proxy', yaml: HOST + workload('production/web', 'app: web, sidecar.istio.io/inject: "false"') + tls(MUTUAL, PRIVATE), findings: [found] },
  ],
  partial: [
    { name: 'clients unknown', yaml: HOST + tls(MUTUAL, PRIVATE), findings: [found] },
    { name: 'the host unknown', yaml: web + tls(MUTUAL, PRIVATE), findings: [found] },
    {
      name: 'the namespace unknown',
      yaml: HOST + web + tls(MUTUAL, PRIVATE).replace(', namespace: production', ''),
      findings: [{ ...found, object: 'DestinationRule api', fix: 'with the Secret in its namespace' }],
    },
  ],
  twoMeshes: [{ name: 'a gateway in one, files in the other', meshes: [egress('production') + tls(MUTUAL), web + tls('mode: SIMPLE')] }],
  falsePositives: [
    {
      name: 'mutual TLS origination at the egress gateway, as the tasks of Istio show it',
      yaml: namespace('production') + web + HOST + egress('istio-system')
        + rule('istio-system/originate-mtls', 'api.example', `portLevelSettings: [{ port: { number: 443 }, tls: { ${MUTUAL}, sni: api.example } }]`),
    },
  ],
});
