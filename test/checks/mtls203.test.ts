import { checkTable } from './support/check-table';
import { servicePortInPolicy } from '../../src/checks/mtls203-service-port-in-policy';

const policy = (ports: string, namespace = 'production') => `---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: web, namespace: ${namespace} }
spec: { selector: { matchLabels: { app: web } }, mtls: { mode: STRICT }, portLevelMtls: { ${ports} } }
`;
const service = (ports: string, name = 'web', more = '', namespace = 'production') => `---
apiVersion: v1
kind: Service
metadata: { name: ${name}, namespace: ${namespace} }
spec: { selector: { app: web }, ports: [${ports}]${more} }
`;
const deployment = (ports: string, name = 'web', namespace = 'production') => `---
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: ${namespace} }
spec: { template: { metadata: { labels: { app: web, version: ${name} } }, spec: { containers: [{ name: web, ports: [${ports}] }] } } }
`;

const PERMISSIVE_80 = '80: { mode: PERMISSIVE }';
const TO_8080 = '{ port: 80, targetPort: 8080 }';
const LISTENS_8080 = '{ name: http, containerPort: 8080 }';
const object = 'PeerAuthentication production/web';
const path = 'spec.portLevelMtls.80';

checkTable(servicePortInPolicy, {
  valid: [
    { name: 'the workload port', yaml: policy('8080: { mode: PERMISSIVE }') + service(TO_8080) + deployment(LISTENS_8080) },
    { name: 'one number for both', yaml: policy(PERMISSIVE_80) + service('{ port: 80 }') + deployment('{ containerPort: 80 }') },
    { name: 'no targetPort, and no declared container port', yaml: policy(PERMISSIVE_80) + service('{ port: 80 }') + deployment('') },
    { name: 'a container listens on the number of the Service port too', yaml: policy(PERMISSIVE_80) + service(TO_8080) + deployment(`${LISTENS_8080}, { containerPort: 80 }`) },
    { name: 'a second Service leads to that workload port', yaml: policy(PERMISSIVE_80) + service(TO_8080) + service('{ port: 8000, targetPort: 80 }', 'direct') + deployment(LISTENS_8080) },
    { name: 'another selected workload listens there', yaml: policy(PERMISSIVE_80) + service(TO_8080) + deployment(LISTENS_8080) + deployment('{ containerPort: 80 }', 'v2') },
    { name: 'a targetPort that no container names', yaml: policy(PERMISSIVE_80) + service('{ port: 80, targetPort: web }') + deployment(LISTENS_8080) },
    { name: 'a port that no Service has', yaml: policy('9999: { mode: PERMISSIVE }') + service(TO_8080) + deployment(LISTENS_8080) },
    {
      name: 'a listener of a Sidecar',
      yaml: `${policy(PERMISSIVE_80)}${service(TO_8080)}${deployment(LISTENS_8080)}---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: { name: web, namespace: production }
spec: { workloadSelector: { labels: { app: web } }, ingress: [{ port: { number: 80, protocol: HTTP, name: http }, defaultEndpoint: 127.0.0.1:8080 }] }
`,
    },
    { name: 'a selector in the root namespace, which Istio ignores altogether', yaml: policy(PERMISSIVE_80, 'istio-system') + service(TO_8080, 'web', '', 'istio-system') + deployment(LISTENS_8080, 'web', 'istio-system') },
  ],
  invalid: [
    {
      name: 'a numeric targetPort',
      yaml: policy(PERMISSIVE_80) + service(TO_8080) + deployment(LISTENS_8080),
      findings: [{
        severity: 'warning',
        object,
        path,
        message: '80 is the port of Service production/web, which leads to workload port 8080; no container of Deployment production/web declares 80, so the entry meets no connection',
        fix: 'write 8080 instead of 80 under spec.portLevelMtls',
        related: ['Service production/web', 'Deployment production/web'],
      }],
    },
    {
      name: 'a named targetPort',
      yaml: policy(PERMISSIVE_80) + service('{ port: 80, targetPort: http }') + deployment(LISTENS_8080),
      findings: [{ severity: 'warning', object, path, message: 'workload port 8080' }],
    },
    {
      name: 'container ports need not be declared',
      yaml: policy(PERMISSIVE_80) + service(TO_8080) + deployment(''),
      findings: [{ severity: 'warning', object, path }],
    },
    {
      name: 'the right entry is there already',
      yaml: policy(`8080: {}, ${PERMISSIVE_80}`) + service(TO_8080) + deployment(LISTENS_8080),
      findings: [{ severity: 'warning', object, path, fix: 'remove the entry: workload port 8080 has one already' }],
    },
    {
      name: 'each wrong number, over all workloads and Services at once',
      yaml: policy(`${PERMISSIVE_80}, 443: {}`) + service(`${TO_8080}, { port: 443, targetPort: 8443 }`) + service('{ port: 80, targetPort: 9090 }', 'admin')
        + deployment(LISTENS_8080) + deployment('{ containerPort: 9090 }', 'v2'),
      findings: [
        {
          severity: 'warning',
          object,
          path,
          message: '80 is the port of Service production/admin and Service production/web, which leads to workload port 8080 and 9090',
          fix: 'write 8080 and 9090 instead of 80',
          related: ['Service production/admin', 'Service production/web', 'Deployment production/v2', 'Deployment production/web'],
        },
        { severity: 'warning', object, path: 'spec.portLevelMtls.443', fix: 'write 8443 instead of 443' },
      ],
    },
    {
      name: 'objects of one folder whose namespace is filled in later',
      yaml: policy(PERMISSIVE_80, '""') + service(TO_8080, 'web', '', '""') + deployment(LISTENS_8080, 'web', '""'),
      findings: [{ severity: 'warning', object: 'PeerAuthentication web', path }],
    },
  ],
  partial: [
    { name: 'the workload is delivered by others', yaml: policy(PERMISSIVE_80) + service(TO_8080) },
    { name: 'the Service is delivered by others', yaml: policy(PERMISSIVE_80) + deployment(LISTENS_8080) },
    { name: 'the namespace of the policy is not known', yaml: policy(PERMISSIVE_80, '""') + service(TO_8080) + deployment(LISTENS_8080) },
  ],
  twoMeshes: [{ name: 'the Service of another cluster', meshes: [policy(PERMISSIVE_80) + deployment(LISTENS_8080), service(TO_8080) + deployment(LISTENS_8080)] }],
  falsePositives: [{
    name: 'peers of a StatefulSet dial the pods of a headless Service themselves',
    yaml: policy(PERMISSIVE_80) + service(TO_8080, 'web-peers', ', clusterIP: None') + deployment(LISTENS_8080),
  }],
});
