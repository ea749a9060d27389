import { checkTable, ExpectedFinding } from './support/check-table';
import { contextsOfManifests } from './support/contexts-of-manifests';
import { policy, rule, serviceEntry } from './support/traffic-manifests';
import { tlsWithoutMode } from '../../src/checks/mtls501-tls-without-mode';

const tls = (fields: string) => rule('production/api', 'api', `tls: { ${fields} }`);

const bare: ExpectedFinding = {
  severity: 'warning',
  object: 'DestinationRule production/api',
  path: 'spec.trafficPolicy.tls',
  message: 'spec.trafficPolicy.tls has no mode, which means DISABLE: clients send plaintext to api.production.svc.cluster.local',
  fix: 'write mode: ISTIO_MUTUAL for mesh certificates, or mode: DISABLE if plaintext is meant, or remove spec.trafficPolicy.tls',
  related: [],
};
const meant: ExpectedFinding = { ...bare, severity: 'error', fix: 'write mode: SIMPLE in spec.trafficPolicy.tls' };

checkTable(tlsWithoutMode, {
  valid: [
    ...['DISABLE', 'SIMPLE', 'MUTUAL', 'ISTIO_MUTUAL'].map((mode) => ({ name: mode, yaml: tls(`mode: ${mode}, sni: api.example`) })),
    { name: 'no block', yaml: rule('production/api', 'api', 'connectionPool: { tcp: { maxConnections: 9 } }') },
    { name: 'a null block is none', yaml: rule('production/api', 'api', 'tls: null, connectionPool: { tcp: { maxConnections: 9 } }') },
    { name: 'a word that is no mode is refused, which is MTLS102', yaml: tls('mode: STRICT, sni: api.example') },
    { name: 'no trafficPolicy', yaml: rule('production/api', 'api') },
  ],
  invalid: [
    { name: 'an empty block', yaml: tls(''), findings: [{ ...bare, message: 'plaintext to api.production.svc.cluster.local' }] },
    { name: 'a null mode', yaml: tls('mode: null'), findings: [bare] },
    { name: 'fields that say nothing', yaml: tls('sni: "", subjectAltNames: [], insecureSkipVerify: false'), findings: [bare] },
    { name: 'sni', yaml: tls('sni: api.example'), findings: [{ ...meant, message: 'api.production.svc.cluster.local, although sni asks for TLS' }] },
    { name: 'subjectAltNames', yaml: tls('subjectAltNames: [api.example]'), findings: [{ ...meant, message: 'although subjectAltNames asks for TLS' }] },
    {
      name: 'subjectAltNames of the mesh',
      yaml: tls('subjectAltNames: ["spiffe://cluster.local/ns/production/sa/api"]'),
      findings: [{ ...meant, fix: 'write mode: ISTIO_MUTUAL in' }],
    },
    { name: 'caCertificates', yaml: tls('caCertificates: /ca.pem'), findings: [{ ...meant, message: 'although caCertificates asks for TLS' }] },
    { name: 'caCrl', yaml: tls('caCrl: /crl.pem'), findings: [{ ...meant, message: 'although caCrl asks' }] },
    { name: 'insecureSkipVerify', yaml: tls('insecureSkipVerify: true'), findings: [{ ...meant, message: 'although insecureSkipVerify asks' }] },
    {
      name: 'a credential',
      yaml: tls('credentialName: api-client'),
      findings: [{ ...meant, message: 'although credentialName asks', fix: 'write mode: SIMPLE, or MUTUAL if the server asks for the certificate in' }],
    },
    {
      name: 'a client certificate',
      yaml: tls('clientCertificate: /tls.crt, privateKey: /tls.key'),
      findings: [{ ...meant, message: 'although clientCertificate and privateKey ask for TLS', fix: 'write mode: MUTUAL in' }],
    },
    { name: 'a private key alone', yaml: tls('privateKey: /tls.key'), findings: [{ ...meant, fix: 'write mode: MUTUAL in' }] },
    {
      name: 'a port',
      yaml: rule('production/api', 'api', 'tls: { mode: SIMPLE }, portLevelSettings: [{ port: { number: 80 }, tls: { mode: SIMPLE } }, { port: { number: 443 }, tls: { sni: api.example } }]'),
      findings: [{ ...meant, path: 'spec.trafficPolicy.portLevelSettings[1].tls', message: 'portLevelSettings[1].tls has no mode', fix: 'in spec.trafficPolicy.portLevelSettings[1].tls' }],
    },
    {
      name: 'several blocks in one finding, on the one that shows the intent',
      yaml: rule('production/api', 'api', 'tls: {}', 'subsets: [{ name: v1, trafficPolicy: { tls: { sni: api.example } } }, { name: v2, trafficPolicy: { tls: {} } }]'),
      findings: [{
        ...meant,
        path: 'spec.subsets[0].trafficPolicy.tls',
        message: 'spec.subsets[0].trafficPolicy.tls has no mode (and so have spec.trafficPolicy.tls and spec.subsets[1].trafficPolicy.tls), which means DISABLE',
        fix: 'write mode: SIMPLE in spec.subsets[0].trafficPolicy.tls',
      }],
    },
    {
      name: 'two blocks',
      yaml: rule('production/api', 'api', 'tls: {}', 'subsets: [{ name: v1, trafficPolicy: { tls: {} } }]'),
      findings: [{ ...bare, message: 'spec.trafficPolicy.tls has no mode (and so has spec.subsets[0].trafficPolicy.tls)' }],
    },
  ],
  partial: [{ name: 'a bare block, with nothing known about the host', yaml: tls(''), findings: [bare] }],
  twoMeshes: [{ name: 'a mode in both', meshes: [tls('mode: ISTIO_MUTUAL'), tls('mode: SIMPLE')] }],
  falsePositives: [
    {
      name: 'TLS origination for an external host, one port of it',
      yaml: serviceEntry('production/api', 'api.example')
        + rule('production/api', 'api.example', 'portLevelSettings: [{ port: { number: 443 }, tls: { mode: SIMPLE, sni: api.example } }]'),
    },
    { name: 'a rule for load balancing beside a STRICT policy', yaml: policy('production/default', 'STRICT') + rule('production/api', 'api', 'loadBalancer: { simple: ROUND_ROBIN }') },
  ],
});

test.each([
  ['without namespace', { name: 'api' }, {}],
  ['with one', { name: 'api', namespace: 'production' }, {}],
  ['that says so', { name: 'api', namespace: 'production' }, { $patch: 'merge' }],
])('a Kustomize patch %s may take the mode from its base', (_, metadata, rest) => {
  const object = { apiVersion: 'networking.istio.io/v1', kind: 'DestinationRule', metadata, spec: { trafficPolicy: { tls: { sni: 'api.example' } } }, ...rest };
  const found = contextsOfManifests([{ object, origin: { file: 'overlays/prod/api.yaml' } }]).flatMap((context) => [...tlsWithoutMode.check(context)]);
  expect(found.map(({ severity, message }) => [severity, message])).toEqual([
    ['warning', 'spec.trafficPolicy.tls has no mode, which means DISABLE: clients send plaintext to its host, although sni asks for TLS'],
  ]);
});

test('a patch that names the host is one as well', () => {
  const spec = { host: 'api', trafficPolicy: { tls: { sni: 'api.example' } } };
  const object = { apiVersion: 'networking.istio.io/v1', kind: 'DestinationRule', metadata: { name: 'api', namespace: 'production' }, spec, $patch: 'merge' };
  const found = contextsOfManifests([{ object, origin: { file: 'api.yaml' } }]).flatMap((context) => [...tlsWithoutMode.check(context)]);
  expect(found.map(({ severity }) => severity)).toEqual(['warning']);
});
