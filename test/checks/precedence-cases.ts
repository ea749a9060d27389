import { Example } from '../../src/checks/check';

const policy = (name: string, spec: string, labels = '') => `
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: ${name}
  namespace: production
spec:${labels === '' ? '' : `\n  selector: { matchLabels: ${labels} }`}
  ${spec}
---`;

const rule = (host: string, trafficPolicy: string, name = 'payments') => `
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: ${name}
  namespace: production
spec:
  host: "${host}"
  trafficPolicy: ${trafficPolicy}
---`;

const service = (ports: string) => `
apiVersion: v1
kind: Service
metadata:
  name: payments
  namespace: production
spec:
  selector: { app: payments }
  ports: ${ports}
---`;

const deployment = (annotations = '{}', port = 8080) => `
apiVersion: v1
kind: Namespace
metadata:
  name: production
  labels: { istio-injection: enabled }
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: payments
  namespace: production
spec:
  selector: { matchLabels: { app: payments } }
  template:
    metadata:
      labels: { app: payments }
      annotations: ${annotations}
    spec:
      containers:
        - name: payments
          image: example.com/payments:1
          ports: [{ containerPort: ${port} }]
---`;

/** One workload of each data plane. */
const MIXED = `
apiVersion: v1
kind: Namespace
metadata: { name: production, labels: { istio.io/dataplane-mode: ambient } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: moved, namespace: production }
spec: { template: { metadata: { labels: { app: payments } } } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: old, namespace: production }
spec: { template: { metadata: { labels: { app: payments, sidecar.istio.io/inject: "true" } } } }
---`;
const STRICT_MESH = `
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: default, namespace: istio-system }
spec: { mtls: { mode: STRICT } }
---`;

const HOST = 'payments.production.svc.cluster.local';
const STRICT = policy('default', 'mtls: { mode: STRICT }');
const LABELS = '{ app: payments }';

/** For each row of the table: YAML about which winner and loser both have something to say. */
export const PRECEDENCE_CASES: Readonly<Record<string, Example>> = {
  'MTLS101 over MTLS210': { yaml: policy('empty', 'selector: {}\n  portLevelMtls: { 8080: { mode: STRICT } }') },
  'MTLS101 over MTLS211': { yaml: policy('payments', 'mtls: { mode: strict }', LABELS) },
  'MTLS203 over MTLS211': {
    yaml: policy('payments', 'mtls: { mode: STRICT }\n  portLevelMtls: { 80: { mode: STRICT } }', LABELS) + service('[{ port: 80, targetPort: 8080 }]')
      + deployment(),
  },
  'MTLS206 over MTLS211': {
    yaml: policy('payments', 'mtls: { mode: STRICT }\n  portLevelMtls: { 8080: { mode: STRICT } }', LABELS)
      + deployment('{ traffic.sidecar.istio.io/excludeInboundPorts: "8080" }'),
  },
  'MTLS206 over MTLS203': {
    yaml: policy('payments', 'portLevelMtls: { 80: { mode: STRICT } }', LABELS) + service('[{ port: 80, targetPort: 8080 }]')
      + deployment('{ traffic.sidecar.istio.io/excludeInboundPorts: "80" }'),
  },
  'MTLS501 over MTLS401': { yaml: STRICT + rule(HOST, '{ tls: { sni: payments } }') + service('[{ port: 8080 }]') + deployment() },
  'MTLS502 over MTLS401': {
    yaml: STRICT + rule(HOST, '{ tls: { mode: ISTIO_MUTUAL }, portLevelSettings: [{ port: { number: 8080 }, connectionPool: { tcp: { maxConnections: 9 } } }] }')
      + service('[{ port: 8080 }]') + deployment(),
    profile: { autoMtls: false, complete: true },
  },
  'MTLS402 over MTLS511': {
    yaml: policy('payments', 'mtls: { mode: DISABLE }', LABELS) + rule('*', '{ tls: { mode: ISTIO_MUTUAL } }') + service('[{ port: 8080 }]') + deployment(),
  },
  'MTLS403 over MTLS510': { yaml: STRICT + rule(HOST, '{ tls: { mode: SIMPLE } }') + service('[{ port: 8080, name: http }]') + deployment() },
  'MTLS206 over MTLS506': {
    yaml: STRICT + policy('payments', 'portLevelMtls: { 8080: { mode: PERMISSIVE } }', LABELS) + service('[{ port: 80, targetPort: 8080 }]')
      + deployment('{ traffic.sidecar.istio.io/excludeInboundPorts: "8080" }'),
  },
  'MTLS401 over MTLS506': { yaml: STRICT + rule(HOST, '{ tls: { mode: DISABLE } }') + service('[{ port: 8080 }]') + deployment() },
  'MTLS506 over MTLS211': { yaml: policy('default', 'mtls: { mode: PERMISSIVE }'), profile: { complete: true } },
  'MTLS602 over MTLS605': { yaml: MIXED + STRICT + policy('payments', 'portLevelMtls: { 8080: { mode: DISABLE } }', LABELS) },
  'MTLS603 over MTLS605': {
    yaml: MIXED + STRICT_MESH + policy('payments', 'mtls: { mode: PERMISSIVE }\n  portLevelMtls: { 8443: { mode: STRICT } }', LABELS),
  },
  'MTLS604 over MTLS605': {
    yaml: MIXED + STRICT_MESH + policy('default', 'mtls: {}') + policy('payments', 'portLevelMtls: { 8443: { mode: PERMISSIVE } }', LABELS),
  },
  'MTLS605 over MTLS601': { yaml: MIXED + policy('payments', 'mtls: { mode: DISABLE }', LABELS) },
};
