import { Check, Observation } from './check';
import { objectName } from './object-name';
import { listed } from './support/listed';
import { sameApply } from './support/same-apply';
import { declaresPort, PortMapping, portMappings } from './support/workload-ports';
import { Policy } from '../istio/model/policy';
import { MeshSnapshot } from '../istio/model/snapshot';
import { Workload } from '../istio/model/workload';

export const servicePortInPolicy: Check = {
  id: 'MTLS203',
  name: 'service-port-in-policy',
  why: 'a policy counts ports where the workload listens; under the number of a Service port the entry meets no connection, so the port keeps the mode that it was meant to lose',
  sources: [
    'sidecar.md G1',
    'ambient-and-traffic.md A9',
    'https://github.com/istio/istio/issues/49098',
    'https://istio.io/latest/docs/reference/config/security/peer_authentication/',
  ],
  severity: 'Warning, if a Service of a selected workload maps the number to another workload port and no selected workload is known to listen on it.',
  fix: 'write the workload port, which is the targetPort of the Service',
  peers: [],
  bad: {
    yaml: `apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: production
spec:
  selector:
    app: web
  ports:
    - port: 80
      targetPort: 8080
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: production
spec:
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          ports:
            - containerPort: 8080
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
    80:
      mode: STRICT
`,
  },
  good: {
    yaml: `apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: production
spec:
  selector:
    app: web
  ports:
    - port: 80
      targetPort: 8080
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  namespace: production
spec:
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          ports:
            - containerPort: 8080
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
    for (const policy of mesh.policies) {
      if (policy.scope !== 'workload' || policy.ports.size === 0) continue;
      const workloads = mesh.workloadsSelectedBy(policy.namespace, policy.matchLabels).filter((workload) => canBeJudged(policy, workload));
      if (workloads.length === 0) continue;
      for (const port of policy.ports.keys()) {
        const mappings = mistakenFor(mesh, workloads, port);
        if (mappings.length > 0) yield servicePort(policy, port, mappings, workloads);
      }
    }
  },
};

/** Without namespaces, objects of one folder alone belong together. */
function canBeJudged(policy: Policy, workload: Workload): boolean {
  return policy.namespace !== undefined || sameApply([policy, workload]);
}

/** The Service ports of this number; none as soon as the number may be a workload port too. */
function mistakenFor(mesh: MeshSnapshot, workloads: readonly Workload[], port: number): readonly PortMapping[] {
  const found: PortMapping[] = [];
  for (const workload of workloads) {
    if (declaresPort(mesh, workload, port)) return [];
    for (const mapping of portMappings(mesh, workload)) {
      if (mapping.workloadPort === port || mapping.workloadPort === undefined) return [];
      if (mapping.servicePort === port) found.push(mapping);
    }
  }
  return found;
}

function servicePort(policy: Policy, port: number, mappings: readonly PortMapping[], workloads: readonly Workload[]): Observation {
  const services = [...new Set(mappings.map(({ service }) => service))];
  const workloadPorts = [...new Set(mappings.map(({ workloadPort }) => Number(workloadPort)))].sort((a, b) => a - b);
  const missing = workloadPorts.filter((workloadPort) => !policy.ports.has(workloadPort));
  return {
    severity: 'warning',
    resource: policy,
    path: `spec.portLevelMtls.${port}`,
    message: `${port} is the port of ${listed(services.map(objectName))}, which leads to workload port ${listed(workloadPorts.map(String))}; `
      + `no container of ${listed(workloads.map(objectName))} declares ${port}, so the entry meets no connection`,
    fix: missing.length === 0
      ? `remove the entry: workload port ${listed(workloadPorts.map(String))} has one already`
      : `write ${listed(missing.map(String))} instead of ${port} under spec.portLevelMtls, where ports are workload ports`,
    related: [...services, ...workloads],
  };
}
