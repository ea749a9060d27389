import { checkTable } from './support/check-table';
import { invalidDestinationRule } from '../../src/checks/mtls102-invalid-destination-rule';

const rule = (spec: string, namespace = '\n  namespace: production') => `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: reviews${namespace}
spec:
${spec.replace(/^/gm, '  ')}
`;

const object = 'DestinationRule production/reviews';

checkTable(invalidDestinationRule, {
  valid: [
    { name: 'a rule with a host only', yaml: rule('host: reviews') },
    { name: 'files that are ignored beside ISTIO_MUTUAL', yaml: rule('host: reviews\ntrafficPolicy: { tls: { mode: ISTIO_MUTUAL, caCertificates: /etc/ca.pem } }') },
    { name: 'port numbers are not checked', yaml: rule('host: reviews\ntrafficPolicy: { portLevelSettings: [{ port: { number: 70000 }, tls: { mode: DISABLE } }] }') },
    { name: 'an empty selector is a warning of the webhook, not a refusal', yaml: rule('host: reviews\nworkloadSelector: {}') },
  ],
  invalid: [
    {
      name: 'a mode of the server side',
      yaml: rule('host: reviews\ntrafficPolicy: { tls: { mode: STRICT } }'),
      findings: [{
        severity: 'error',
        object,
        path: 'spec.trafficPolicy.tls.mode',
        message: 'client TLS mode "STRICT" is unknown, so the schema in the API server and istiod\'s webhook refuse the object',
        fix: 'STRICT is a server mode, for a PeerAuthentication; write DISABLE, SIMPLE, MUTUAL or ISTIO_MUTUAL',
        related: [],
      }],
    },
    {
      name: 'MUTUAL without a key, which the schema lets pass',
      yaml: rule('host: reviews\ntrafficPolicy: { tls: { mode: MUTUAL, clientCertificate: /etc/cert.pem } }'),
      findings: [{
        severity: 'error',
        object,
        path: 'spec.trafficPolicy.tls.privateKey',
        message: 'MUTUAL without privateKey, so istiod\'s webhook refuses the object',
        fix: 'give clientCertificate and privateKey, or a credentialName',
      }],
    },
    {
      name: 'MUTUAL without anything is one cause, in each block',
      yaml: rule('host: reviews\ntrafficPolicy: { tls: { mode: MUTUAL }, portLevelSettings: [{ port: { number: 80 }, tls: { mode: MUTUAL } }] }'),
      findings: [
        { severity: 'error', object, path: 'spec.trafficPolicy.tls.clientCertificate', message: 'MUTUAL without clientCertificate (likewise privateKey), so istiod' },
        { severity: 'error', object, path: 'spec.trafficPolicy.portLevelSettings[0].tls.clientCertificate', message: '(likewise privateKey)' },
      ],
    },
    {
      name: 'files beside a credential are one cause',
      yaml: rule('host: reviews\ntrafficPolicy: { tls: { mode: SIMPLE, credentialName: c, caCertificates: /a, caCrl: /b, privateKey: /c } }'),
      findings: [{
        severity: 'error', object, path: 'spec.trafficPolicy.tls.privateKey', message: 'credentialName "c" (likewise caCertificates and caCrl), so', fix: 'use either the credential or files',
      }],
    },
    {
      name: 'two exports that are no namespaces',
      yaml: rule('host: reviews\nexportTo: [A_, B_]'),
      findings: [
        { severity: 'error', object, path: 'spec.exportTo[0]', message: 'exportTo "A_" is no namespace' },
        { severity: 'error', object, path: 'spec.exportTo[1]', message: 'exportTo "B_" is no namespace' },
      ],
    },
    {
      name: 'no host',
      yaml: rule('trafficPolicy: { tls: { mode: DISABLE } }'),
      findings: [{ severity: 'error', object, path: 'spec.host', message: 'host is missing' }],
    },
    {
      name: 'two subsets of one name and an export to nowhere',
      yaml: rule('host: reviews\nsubsets: [{ name: v1 }, { name: v1 }]\nexportTo: ["~"]'),
      findings: [
        { severity: 'error', object, path: 'spec.exportTo[0]', fix: 'write "." to keep the rule in its namespace' },
        { severity: 'error', object, path: 'spec.subsets[1].name' },
      ],
    },
    {
      name: 'a received value that reads like an advice',
      yaml: rule('host: "a; b"'),
      findings: [{ severity: 'error', object, path: 'spec.host', message: 'host "a; b" is refused: "a; b" is no DNS label, so istiod', fix: 'write ' }],
    },
    {
      name: 'tls one level too high',
      yaml: rule('host: reviews\ntls: { mode: ISTIO_MUTUAL }'),
      findings: [{ severity: 'warning', object, path: 'spec.tls', message: 'spec.tls is no field of a DestinationRule', fix: 'correct the name or the place' }],
    },
    {
      name: 'a whole rule without a namespace is judged in full',
      yaml: rule('host: reviews\ntrafficPolicy: {}', ''),
      findings: [{ severity: 'error', object: 'DestinationRule reviews', path: 'spec.trafficPolicy' }],
    },
  ],
  partial: [{
    name: 'a Kustomize patch changes the mode of a rule whose host stands in the base',
    yaml: rule('trafficPolicy: { tls: { mode: MUTUAL, clientCertificate: /etc/cert.pem } }', ''),
    findings: [
      { severity: 'warning', object: 'DestinationRule reviews', path: 'spec.host', message: 'host is missing, unless this is a patch', fix: 'or check what is rendered' },
      { severity: 'warning', object: 'DestinationRule reviews', path: 'spec.trafficPolicy.tls.privateKey', message: 'unless this is a patch' },
    ],
  }],
  twoMeshes: [{ name: 'valid each', meshes: [rule('host: reviews'), rule('host: "*.local"')] }],
  falsePositives: [
    { name: 'Flux substitutes the host after the build', yaml: rule('host: reviews.${NAMESPACE}.svc.cluster.local') },
    { name: 'a directive of a strategic merge patch', yaml: rule('host: reviews\nsubsets: [{ name: v1, $patch: delete }]') },
  ],
});
