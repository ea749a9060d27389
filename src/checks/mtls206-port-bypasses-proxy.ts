import { Check, Observation } from './check';
import { objectName } from './object-name';
import { BypassedPort, bypassedPorts } from './support/bypassed-ports';
import { listed } from './support/listed';
import { podAnnotationPath } from './support/pod-annotation-path';
import { entry, groupBy } from '../istio/model/index/group';
import { once } from '../istio/model/once';
import { Policy } from '../istio/model/policy';
import { emptyMap } from '../istio/model/sealed-map';
import { Service } from '../istio/model/service';
import { MeshSnapshot } from '../istio/model/snapshot';
import { CallerReference } from '../istio/model/surroundings';
import { bypassOf } from '../istio/traffic/bypass';

const SCRAPED_PORT = 'prometheus.io/port';
const BY_API_SERVER: readonly CallerReference['caller'][] = ['admission-webhook', 'conversion-webhook', 'api-service'];

export const portBypassesProxy: Check = {
  id: 'MTLS206',
  name: 'port-bypasses-proxy',
  why: 'a port that is not redirected to the proxy has no mode at all: STRICT is not enforced there, and clients of the mesh, who do not know, send mTLS to an application that cannot read it',
  sources: [
    'ambient-and-traffic.md C9',
    'https://istio.io/latest/docs/reference/config/annotations/',
    'https://github.com/istio/istio/issues/30311',
  ],
  severity: 'Warning, if annotations take a port past the proxy that a policy names or that clients of the mesh dial; info for 15020, 15021 and 15090, which never reach it.',
  fix: 'change the annotation so that the proxy gets the port, or set it to DISABLE, which is what happens there and what clients then follow',
  peers: [],
  bad: {
    yaml: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: production
spec:
  template:
    metadata:
      labels:
        app: web
        sidecar.istio.io/inject: "true"
      annotations:
        traffic.sidecar.istio.io/excludeInboundPorts: "8080"
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: web
  namespace: production
spec:
  selector:
    matchLabels:
      app: web
  portLevelMtls:
    8080:
      mode: STRICT
`,
  },
  good: {
    yaml: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: production
spec:
  template:
    metadata:
      labels:
        app: web
        sidecar.istio.io/inject: "true"
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: web
  namespace: production
spec:
  selector:
    matchLabels:
      app: web
  portLevelMtls:
    8080:
      mode: STRICT
`,
  },

  *check({ mesh }) {
    for (const policy of mesh.policies) yield* agentPorts(mesh, policy);
    const webhooks = once(() => servicesOfApiServer(mesh));
    const byPolicy = new Map<Policy, BypassedPort[]>();
    for (const workload of mesh.workloads) {
      const voided = bypassedPorts(mesh, workload).filter((port) => matters(port, webhooks));
      const onItself: BypassedPort[] = [];
      for (const port of voided) {
        const policy = port.named ? port.decidedBy : undefined;
        if (policy === undefined || policy.context) onItself.push(port);
        else entry(byPolicy, policy, () => []).push(port);
      }
      if (onItself.length > 0) yield onWorkload(onItself);
    }
    for (const [policy, ports] of byPolicy) {
      for (const samePort of groupBy(ports, ({ workloadPort }) => workloadPort).values()) yield onPolicy(policy, samePort);
    }
  },
};

function* agentPorts(mesh: MeshSnapshot, policy: Policy): Iterable<Observation> {
  if (policy.scope !== 'workload') return;
  for (const port of policy.ports.keys()) {
    if (bypassOf(emptyMap(), port) === undefined || !mayHaveAgent(mesh, policy, port)) continue;
    yield {
      severity: 'info',
      resource: policy,
      path: `spec.portLevelMtls.${port}`,
      message: `port ${port} is the proxy's own and takes plaintext in every mode, so the entry changes nothing`,
      fix: `remove ${port} from spec.portLevelMtls`,
    };
  }
}

/** Ambient pods and gateways have other ports; an annotation can move the agent. */
function mayHaveAgent(mesh: MeshSnapshot, { namespace, matchLabels }: Policy, port: number): boolean {
  const workloads = mesh.workloadsSelectedBy(namespace, matchLabels);
  if (workloads.length === 0) return mesh.profile.dataPlane !== 'ambient';
  return workloads.some(({ dataPlane: { dataPlane }, gateway, podAnnotations }) =>
    !gateway && (dataPlane === 'sidecar' || dataPlane === 'unknown') && bypassOf(podAnnotations, port)?.by === 'agent');
}

/** A named STRICT that does not hold is wrong by itself; anything else hurts where clients of the mesh come by. */
function matters(port: BypassedPort, webhooks: () => ReadonlySet<Service>): boolean {
  if (port.decidedBy === undefined) return false;
  if (port.named && port.mode === 'STRICT') return true;
  return (port.named || port.mode === 'STRICT') && port.sentMtls.length > 0 && !isForOutsiders(port, webhooks);
}

/** Ports are excluded for callers without a proxy: nobody else dials a webhook, a load balancer, or a port of metrics. */
function isForOutsiders({ workload, workloadPort, sentMtls }: BypassedPort, webhooks: () => ReadonlySet<Service>): boolean {
  if (workload.podAnnotations.get(SCRAPED_PORT) === String(workloadPort)) return true;
  return sentMtls.every(({ service }) => service.type === 'LoadBalancer' || service.type === 'NodePort' || webhooks().has(service));
}

function servicesOfApiServer(mesh: MeshSnapshot): ReadonlySet<Service> {
  const targets = mesh.callers.filter(({ caller }) => BY_API_SERVER.includes(caller)).flatMap((caller) => caller.targets);
  return new Set(targets.map(({ namespace, service }) => mesh.service(namespace, service)).filter((service) => service !== undefined));
}

function onPolicy(policy: Policy, ports: readonly BypassedPort[]): Observation {
  const [{ workloadPort, mode }] = ports;
  const workloads = ports.map(({ workload }) => workload);
  return {
    severity: 'warning',
    resource: policy,
    path: `spec.portLevelMtls.${workloadPort}`,
    message: `${mode} is not enforced at port ${workloadPort} of ${listed(workloads.map(objectName))}, ${consequence(ports)}`,
    fix: `change the annotation so that the proxy gets ${workloadPort}, or set it to DISABLE here, which clients then follow`,
    related: workloads,
  };
}

function onWorkload(ports: readonly BypassedPort[]): Observation {
  const [{ workload, annotation, mode }] = ports;
  const numbers = listed(ports.map(({ workloadPort }) => String(workloadPort)));
  const policies = ports.map(({ decidedBy }) => decidedBy).filter((policy) => policy !== undefined);
  return {
    severity: 'warning',
    resource: workload,
    path: podAnnotationPath(workload, annotation),
    message: `${mode} is not enforced at ${ports.length > 1 ? 'ports' : 'port'} ${numbers}, ${consequence(ports)}`,
    fix: `change the annotation so that the proxy gets ${numbers}, or set portLevelMtls ${numbers} to DISABLE for these pods, which clients then follow`,
    related: [...new Set([...policies, ...servicesOf(ports)])],
  };
}

function consequence(ports: readonly BypassedPort[]): string {
  const [{ annotation }] = ports;
  const services = servicesOf(ports);
  const cause = annotation === undefined ? 'annotations of the pods take' : `${annotation} takes`;
  const effect = services.length === 0 ? 'plaintext gets in' : `clients of ${listed(services.map(objectName))} still send mTLS, which the application cannot read`;
  return `which ${cause} past the proxy: ${effect}`;
}

function servicesOf(ports: readonly BypassedPort[]): readonly Service[] {
  return [...new Set(ports.flatMap(({ sentMtls }) => sentMtls.map(({ service }) => service)))];
}
