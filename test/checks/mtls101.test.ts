import { checkTable } from './support/check-table';
import { invalidPeerAuthentication } from '../../src/checks/mtls101-invalid-peer-authentication';

const policy = (spec: string, metadata = 'name: default\n  namespace: production') => `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  ${metadata}
spec:
${spec.replace(/^/gm, '  ')}
`;

const object = 'PeerAuthentication production/default';

checkTable(invalidPeerAuthentication, {
  valid: [
    { name: 'a policy without any content', yaml: policy('{}') },
    { name: 'ports of a workload', yaml: policy('selector: { matchLabels: { app: web } }\nportLevelMtls: { 8080: { mode: UNSET }, "65535": {} }') },
    { name: 'an empty selector is a warning of the webhook, not a refusal', yaml: policy('selector: {}') },
    { name: 'a name that the API server makes', yaml: policy('{}', 'generateName: default-\n  namespace: production') },
  ],
  invalid: [
    {
      name: 'a mode in lower case',
      yaml: policy('mtls: { mode: strict }'),
      findings: [{
        severity: 'error',
        object,
        path: 'spec.mtls.mode',
        message: 'mode "strict" is unknown, so the schema in the API server and istiod\'s webhook refuse the object',
        fix: 'write UNSET, DISABLE, PERMISSIVE or STRICT in upper case',
        related: [],
      }],
    },
    {
      name: 'ports without a selector',
      yaml: policy('portLevelMtls: { 8080: { mode: DISABLE } }'),
      findings: [{
        severity: 'error', object, path: 'spec.portLevelMtls', message: 'port modes need a selector with labels, so', fix: 'add matchLabels',
      }],
    },
    {
      name: 'each fault at its own place, and once',
      yaml: policy('selector: { matchLabels: { app: "web*" } }\nportLevelMtls: { 0: {}, 70000: { mode: SIMPLE } }'),
      findings: [
        { severity: 'error', object, path: 'spec.selector.matchLabels.app', message: 'contains "*"', fix: 'write the whole value' },
        { severity: 'error', object, path: 'spec.portLevelMtls.0', message: 'port "0" is not a workload port (likewise 70000), so' },
        { severity: 'error', object, path: 'spec.portLevelMtls.70000.mode', message: 'mode "SIMPLE" is unknown', fix: 'SIMPLE is a client mode' },
      ],
    },
    {
      name: 'what the schema alone refuses',
      yaml: policy(`selector: { matchLabels: { app: ${'a'.repeat(64)} } }`),
      findings: [{
        severity: 'error', object, path: 'spec.selector.matchLabels.app', message: 'has 64 characters, so the schema in the API server refuses the object',
      }],
    },
    {
      name: 'an annotation that the webhook alone refuses',
      yaml: policy('{}', 'name: default\n  namespace: production\n  annotations: { istio.io/dry-run: "true" }'),
      findings: [{
        severity: 'error',
        object,
        path: 'metadata.annotations["istio.io/dry-run"]',
        message: 'annotation "istio.io/dry-run" is refused: it is for AuthorizationPolicy only, so istiod\'s webhook refuses the object',
        fix: 'remove it',
      }],
    },
    {
      name: 'a name and a namespace that Kubernetes refuses',
      yaml: policy('{}', 'name: Default_Policy\n  namespace: prod.eu'),
      findings: [
        { severity: 'error', object: 'PeerAuthentication prod.eu/Default_Policy', path: 'metadata.name', message: 'is no Kubernetes name, so the API server refuses' },
        { severity: 'error', object: 'PeerAuthentication prod.eu/Default_Policy', path: 'metadata.namespace', message: 'is no Kubernetes namespace' },
      ],
    },
    {
      name: 'no name',
      yaml: policy('{}', 'namespace: production'),
      findings: [{
        severity: 'error', object: 'PeerAuthentication production/', path: 'metadata.name', message: 'has no name, so the API server refuses', fix: 'write metadata.name',
      }],
    },
    {
      name: 'a misspelt field is dropped without a word',
      yaml: policy('mtls: { mod: STRICT }'),
      findings: [{
        severity: 'warning', object, path: 'spec.mtls.mod', message: 'spec.mtls.mod is no field of a PeerAuthentication: the API server drops it', fix: 'correct the name',
      }],
    },
    {
      name: 'a wrong value stays wrong in whatever a patch is laid over',
      yaml: policy('mtls: { mode: MUTUAL }', 'name: default'),
      findings: [{ severity: 'error', object: 'PeerAuthentication default', path: 'spec.mtls.mode', message: 'mode "MUTUAL" is unknown' }],
    },
  ],
  partial: [
    {
      name: 'a Kustomize patch adds a port to a policy whose selector stands in the base',
      yaml: policy('portLevelMtls: { 8080: { mode: PERMISSIVE } }', 'name: web'),
      findings: [{
        severity: 'warning',
        object: 'PeerAuthentication web',
        path: 'spec.portLevelMtls',
        message: 'port modes need a selector with labels, unless this is a patch that others complete',
        fix: 'or check what is rendered',
      }],
    },
    {
      name: 'a Kustomize patch that takes a policy away',
      yaml: '$patch: delete\napiVersion: security.istio.io/v1\nkind: PeerAuthentication\nmetadata: { name: default, namespace: production }\n',
    },
  ],
  twoMeshes: [{ name: 'valid each', meshes: [policy('mtls: { mode: STRICT }'), policy('mtls: { mode: PERMISSIVE }')] }],
  falsePositives: [
    { name: 'Flux substitutes variables after the build', yaml: policy('mtls: { mode: "${MTLS_MODE:=STRICT}" }', 'name: default\n  namespace: ${NAMESPACE}') },
    { name: 'a chart before it is rendered', yaml: policy('mtls: { mode: "{{ .Values.mode }}" }', 'name: "{{ .Release.Name }}"') },
    { name: 'a manual with names to fill in', yaml: policy('mtls: { mode: STRICT }', 'name: default\n  namespace: <your-namespace>') },
  ],
});
