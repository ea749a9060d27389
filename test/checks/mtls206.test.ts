import { checkTable } from './support/check-table';
import { contextsOfManifests } from './support/contexts-of-manifests';
import { manifestsOf } from './support/mesh-of';
import { portBypassesProxy } from '../../src/checks/mtls206-port-bypasses-proxy';

const EXCLUDE = 'traffic.sidecar.istio.io/excludeInboundPorts';
const EXCLUDE_PATH = `spec.template.metadata.annotations["${EXCLUDE}"]`;

const policy = (spec: string, name = 'web') => `---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: ${name}, namespace: production }
spec: { ${spec} }
`;
const ports = (entries: string) => policy(`selector: { matchLabels: { app: web } }, portLevelMtls: { ${entries} }`);
const STRICT_NAMESPACE = policy('mtls: { mode: STRICT }', 'default');

const deployment = (annotations: string, { name = 'web', inject = '"true"', more = '' } = {}) => `---
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: production }
spec:
  template:
    metadata: { labels: { app: web, sidecar.istio.io/inject: ${inject}${more} }, annotations: { ${annotations} } }
    spec: { containers: [{ name: web, ports: [{ containerPort: 8080 }, { containerPort: 9090 }] }] }
`;
const service = (servicePorts: string, name = 'web', type = 'ClusterIP') => `---
apiVersion: v1
kind: Service
metadata: { name: ${name}, namespace: production }
spec: { type: ${type}, selector: { app: web }, ports: [${servicePorts}] }
`;
const rule = (tls: string) => `---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: web, namespace: production }
spec: { host: web.production.svc.cluster.local, trafficPolicy: { portLevelSettings: [{ port: { number: 80 }, tls: { ${tls} } }] } }
`;
const webhook = `---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: { name: web }
webhooks: [{ name: web.example.org, clientConfig: { service: { name: web, namespace: production, port: 80 } } }]
`;

const EXCLUDED = deployment(`${EXCLUDE}: "8080"`);
const TO_8080 = service('{ name: http, port: 80, targetPort: 8080 }');
const object = 'PeerAuthentication production/web';

checkTable(portBypassesProxy, {
  valid: [
    { name: 'other ports of the proxy are the application\'s to use', yaml: ports('15000: {}, 15022: {}, 8080: {}') },
    { name: 'DISABLE is what happens, and what clients follow', yaml: ports('8080: { mode: DISABLE }') + EXCLUDED + TO_8080 },
    { name: 'another port is excluded', yaml: ports('8080: { mode: STRICT }') + deployment(`${EXCLUDE}: "9090"`) + TO_8080 },
    { name: 'everything is included', yaml: ports('8080: { mode: STRICT }') + deployment('traffic.sidecar.istio.io/includeInboundPorts: "*"') + TO_8080 },
    { name: 'PERMISSIVE takes plaintext, and nobody of the mesh dials the port', yaml: ports('8080: { mode: PERMISSIVE }') + EXCLUDED },
    { name: 'a rule makes clients send plaintext', yaml: ports('8080: { mode: PERMISSIVE }') + EXCLUDED + TO_8080 + rule('mode: DISABLE') },
    { name: 'without auto mTLS clients send plaintext', yaml: STRICT_NAMESPACE + EXCLUDED + TO_8080, profile: { autoMtls: false } },
    { name: 'no policy asks for anything', yaml: EXCLUDED + TO_8080 },
    { name: 'a namespace that takes both, as it would without policy', yaml: policy('mtls: { mode: PERMISSIVE }') + EXCLUDED + TO_8080 },
    { name: 'peers of a cluster that no Service leads to', yaml: STRICT_NAMESPACE + EXCLUDED },
    { name: 'a pod without proxy', yaml: ports('8080: { mode: STRICT }') + deployment(`${EXCLUDE}: "8080"`, { inject: '"false"' }), profile: { dataPlane: 'sidecar' } },
    { name: 'the agent moved to another port', yaml: ports('15020: { mode: STRICT }') + deployment('status.sidecar.istio.io/port: "15777"') },
    { name: 'ambient pods have no agent', yaml: ports('15020: { mode: STRICT }') + deployment('', { inject: '"false"', more: ', istio.io/dataplane-mode: ambient' }) },
    { name: 'an ambient mesh has no agents', yaml: ports('15020: { mode: STRICT }'), profile: { dataPlane: 'ambient' } },
    { name: 'a gateway serves its health port itself', yaml: ports('15021: { mode: STRICT }') + deployment('inject.istio.io/templates: gateway') },
    { name: 'ports without a selector are refused anyway', yaml: policy('portLevelMtls: { 15020: { mode: STRICT } }') },
  ],
  invalid: [
    {
      name: 'ports of the proxy itself, one finding each',
      yaml: ports('15020: { mode: PERMISSIVE }, 15021: {}, 15090: { mode: DISABLE }, 8080: {}'),
      findings: [
        {
          severity: 'info',
          object,
          path: 'spec.portLevelMtls.15020',
          message: "port 15020 is the proxy's own and takes plaintext in every mode, so the entry changes nothing",
          fix: 'remove 15020 from spec.portLevelMtls',
          related: [],
        },
        { severity: 'info', object, path: 'spec.portLevelMtls.15021' },
        { severity: 'info', object, path: 'spec.portLevelMtls.15090' },
      ],
    },
    {
      name: 'one of several selected workloads has the agent there',
      yaml: ports('15020: {}') + deployment('status.sidecar.istio.io/port: "15777"') + deployment('', { name: 'web-v2' }),
      findings: [{ severity: 'info', object, path: 'spec.portLevelMtls.15020' }],
    },
    {
      name: 'a named STRICT port',
      yaml: ports('8080: { mode: STRICT }') + EXCLUDED,
      findings: [{
        severity: 'warning',
        object,
        path: 'spec.portLevelMtls.8080',
        message: `STRICT is not enforced at port 8080 of Deployment production/web, which ${EXCLUDE} takes past the proxy: plaintext gets in`,
        fix: 'change the annotation so that the proxy gets 8080, or set it to DISABLE here',
        related: ['Deployment production/web'],
      }],
    },
    {
      name: 'a named port of several workloads is one finding',
      yaml: ports('8080: { mode: STRICT }') + EXCLUDED + deployment(`${EXCLUDE}: "9090,8080"`, { name: 'web-v2' }),
      findings: [{
        severity: 'warning',
        object,
        path: 'spec.portLevelMtls.8080',
        message: 'at port 8080 of Deployment production/web and Deployment production/web-v2',
        related: ['Deployment production/web', 'Deployment production/web-v2'],
      }],
    },
    {
      name: 'a named PERMISSIVE port that clients of the mesh dial',
      yaml: ports('8080: { mode: PERMISSIVE }') + EXCLUDED + TO_8080,
      findings: [{
        severity: 'warning',
        object,
        path: 'spec.portLevelMtls.8080',
        message: `PERMISSIVE is not enforced at port 8080 of Deployment production/web, which ${EXCLUDE} takes past the proxy: `
          + 'clients of Service production/web still send mTLS, which the application cannot read',
      }],
    },
    {
      name: 'ports that the mode of the namespace covers',
      yaml: STRICT_NAMESPACE + deployment(`${EXCLUDE}: "9090,8080"`) + service('{ name: http, port: 80, targetPort: 8080 }, { name: admin, port: 9090 }'),
      findings: [{
        severity: 'warning',
        object: 'Deployment production/web',
        path: EXCLUDE_PATH,
        message: `STRICT is not enforced at ports 8080 and 9090, which ${EXCLUDE} takes past the proxy: clients of Service production/web still send mTLS`,
        fix: 'change the annotation so that the proxy gets 8080 and 9090, or set portLevelMtls 8080 and 9090 to DISABLE',
        related: ['PeerAuthentication production/default', 'Service production/web'],
      }],
    },
    {
      name: 'ports that are not included',
      yaml: STRICT_NAMESPACE + deployment('traffic.sidecar.istio.io/includeInboundPorts: "9090"') + TO_8080,
      findings: [{
        severity: 'warning',
        object: 'Deployment production/web',
        path: 'spec.template.metadata.annotations["traffic.sidecar.istio.io/includeInboundPorts"]',
        message: 'at port 8080, which traffic.sidecar.istio.io/includeInboundPorts takes past the proxy: clients',
      }],
    },
    {
      name: 'two annotations that say the same',
      yaml: STRICT_NAMESPACE + deployment(`${EXCLUDE}: "8080", sidecar.istio.io/interceptionMode: NONE`) + TO_8080,
      findings: [{
        severity: 'warning', object: 'Deployment production/web', path: 'spec.template.metadata.annotations', message: 'which annotations of the pods take past the proxy',
      }],
    },
    {
      name: 'a rule that makes clients send mTLS',
      yaml: STRICT_NAMESPACE + EXCLUDED + TO_8080 + rule('mode: ISTIO_MUTUAL'),
      profile: { autoMtls: false },
      findings: [{ severity: 'warning', object: 'Deployment production/web', path: EXCLUDE_PATH }],
    },
  ],
  partial: [
    {
      name: 'the workload is not in the input: its own ports are known all the same',
      yaml: ports('15020: { mode: PERMISSIVE }, 8080: { mode: STRICT }'),
      findings: [{ severity: 'info', object, path: 'spec.portLevelMtls.15020' }],
    },
    { name: 'nobody said that the pods have a sidecar', yaml: STRICT_NAMESPACE + deployment(`${EXCLUDE}: "8080"`, { inject: 'maybe' }) + TO_8080 },
  ],
  twoMeshes: [{ name: 'the policy of another cluster', meshes: [STRICT_NAMESPACE + TO_8080, EXCLUDED + TO_8080] }],
  falsePositives: [
    {
      name: 'an ingress controller takes calls from outside as they come, and dials the mesh by its sidecar',
      yaml: STRICT_NAMESPACE + deployment('traffic.sidecar.istio.io/includeInboundPorts: ""') + service('{ port: 80, targetPort: 8080 }', 'web', 'LoadBalancer')
        + service('{ port: 80, targetPort: 8080 }', 'web-nodes', 'NodePort'),
    },
    { name: 'cert-manager excludes the port of its webhook under a STRICT namespace', yaml: STRICT_NAMESPACE + EXCLUDED + TO_8080 + webhook },
    {
      name: 'Prometheus without sidecar scrapes an excluded port that a Service has too',
      yaml: STRICT_NAMESPACE + deployment(`${EXCLUDE}: "9090", prometheus.io/port: "9090"`) + service('{ name: metrics, port: 9090 }'),
    },
  ],
});

test('a Service that is more than a webhook', () => {
  const [context] = contextsOfManifests(manifestsOf(STRICT_NAMESPACE + EXCLUDED + TO_8080 + service('{ port: 8080 }', 'direct') + webhook));
  expect([...portBypassesProxy.check(context)].map(({ path }) => path)).toEqual([EXCLUDE_PATH]);
});

test('a policy of others is left alone: the finding is on our workload', () => {
  const [theirs, ours] = [manifestsOf(ports('8080: { mode: STRICT }')).map((manifest) => ({ ...manifest, context: true })), manifestsOf(EXCLUDED)];
  const [context] = contextsOfManifests([...theirs, ...ours]);
  const [found] = [...portBypassesProxy.check(context)];
  expect(found).toMatchObject({ path: EXCLUDE_PATH, resource: { kind: 'Deployment' }, related: [{ kind: 'PeerAuthentication' }] });
  expect(found.message).toBe(`STRICT is not enforced at port 8080, which ${EXCLUDE} takes past the proxy: plaintext gets in`);
});

test('a Pod keeps its annotations at the top', () => {
  const pod = `---
apiVersion: v1
kind: Pod
metadata: { name: web, namespace: production, labels: { app: web, sidecar.istio.io/inject: "true" }, annotations: { ${EXCLUDE}: "8080" } }
`;
  const [context] = contextsOfManifests(manifestsOf(STRICT_NAMESPACE + pod + TO_8080));
  expect([...portBypassesProxy.check(context)].map(({ path }) => path)).toEqual([`metadata.annotations["${EXCLUDE}"]`]);
});
