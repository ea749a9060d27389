import { checkTable, ExpectedFinding } from './support/check-table';
import { rule } from './support/traffic-manifests';
import { ignoredCertificateFields } from '../../src/checks/mtls504-ignored-certificate-fields';

const tls = (fields: string) => rule('production/api', 'api', `tls: { ${fields} }`);

const found: ExpectedFinding = {
  severity: 'warning',
  object: 'DestinationRule production/api',
  path: 'spec.trafficPolicy.tls.clientCertificate',
  message: 'ISTIO_MUTUAL uses the certificates of the mesh and ignores clientCertificate, privateKey, caCertificates, caCrl, credentialName and insecureSkipVerify beside it',
  fix: 'insecureSkipVerify, or write the mode that uses them: SIMPLE, or MUTUAL with a client certificate',
  related: [],
};

checkTable(ignoredCertificateFields, {
  valid: [
    { name: 'ISTIO_MUTUAL alone', yaml: tls('mode: ISTIO_MUTUAL') },
    { name: 'ISTIO_MUTUAL with names, which count', yaml: tls('mode: ISTIO_MUTUAL, sni: api.example, subjectAltNames: ["spiffe://cluster.local/ns/production/sa/api"]') },
    { name: 'DISABLE alone', yaml: tls('mode: DISABLE') },
    { name: 'SIMPLE uses them', yaml: tls('mode: SIMPLE, caCertificates: /ca.pem, insecureSkipVerify: false, credentialName: ""') },
    { name: 'MUTUAL uses them', yaml: tls('mode: MUTUAL, clientCertificate: /tls.crt, privateKey: /tls.key, caCrl: /crl.pem') },
    { name: 'no mode, which is MTLS501', yaml: tls('caCertificates: /ca.pem') },
    { name: 'empty fields', yaml: tls('mode: ISTIO_MUTUAL, clientCertificate: "", privateKey: "", insecureSkipVerify: false') },
    { name: 'no block', yaml: rule('production/api', 'api') },
  ],
  invalid: [
    {
      name: 'all under ISTIO_MUTUAL',
      yaml: tls('mode: ISTIO_MUTUAL, sni: api.example, clientCertificate: /tls.crt, privateKey: /tls.key, caCertificates: /ca.pem, caCrl: /crl.pem, credentialName: api, insecureSkipVerify: true'),
      findings: [found],
    },
    {
      name: 'one under ISTIO_MUTUAL',
      yaml: tls('mode: ISTIO_MUTUAL, caCertificates: /ca.pem'),
      findings: [{
        ...found,
        path: 'spec.trafficPolicy.tls.caCertificates',
        message: 'ISTIO_MUTUAL uses the certificates of the mesh and ignores caCertificates beside it',
        fix: 'remove caCertificates, or write the mode that uses it: SIMPLE',
      }],
    },
    {
      name: 'names under DISABLE',
      yaml: tls('mode: DISABLE, sni: api.example, subjectAltNames: [api.example]'),
      findings: [{ ...found, path: 'spec.trafficPolicy.tls.sni', message: 'DISABLE sends plaintext and ignores sni and subjectAltNames beside it', fix: 'remove sni and subjectAltNames' }],
    },
    {
      name: 'insecureSkipVerify under DISABLE',
      yaml: tls('mode: DISABLE, insecureSkipVerify: true'),
      findings: [{ ...found, path: 'spec.trafficPolicy.tls.insecureSkipVerify', message: 'ignores insecureSkipVerify beside it', fix: 'remove insecureSkipVerify' }],
    },
    {
      name: 'a port and a subset, in one finding',
      yaml: rule(
        'production/api', 'api', 'tls: { mode: ISTIO_MUTUAL }, portLevelSettings: [{ port: { number: 443 }, tls: { mode: ISTIO_MUTUAL, credentialName: api } }]',
        'subsets: [{ name: v1, trafficPolicy: { tls: { mode: DISABLE, caCertificates: /ca.pem } } }]',
      ),
      findings: [{
        ...found,
        path: 'spec.trafficPolicy.portLevelSettings[0].tls.credentialName',
        message: 'ignores credentialName beside it; the same in spec.subsets[0].trafficPolicy.tls',
        fix: 'remove credentialName',
      }],
    },
  ],
  partial: [{
    name: 'nothing known about the host',
    yaml: tls('mode: ISTIO_MUTUAL, caCertificates: /ca.pem'),
    findings: [{ ...found, path: 'spec.trafficPolicy.tls.caCertificates', message: 'ignores caCertificates', fix: 'remove caCertificates' }],
  }],
  twoMeshes: [{ name: 'each with its own mode', meshes: [tls('mode: ISTIO_MUTUAL'), tls('mode: SIMPLE, caCertificates: /ca.pem')] }],
  falsePositives: [{ name: 'names of another trust domain, beside mesh certificates', yaml: tls('mode: ISTIO_MUTUAL, subjectAltNames: ["spiffe://old.example/ns/production/sa/api"]') }],
});
