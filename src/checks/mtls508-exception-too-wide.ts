import { Check, Observation } from './check';
import { objectName } from './object-name';
import { listed } from './support/listed';
import { knownPorts, OutsideCallers, outsideCallers } from './support/outside-callers';
import { weakSettings } from './support/weak-settings';
import { once } from '../istio/model/once';
import { Policy } from '../istio/model/policy';
import { emptyMap } from '../istio/model/sealed-map';
import { MeshSnapshot } from '../istio/model/snapshot';
import { Workload } from '../istio/model/workload';
import { isCaptured } from '../istio/traffic/captured-ports';

/** A workload with a port for clients of the mesh, and one for the API server. */
const OPERATOR = `---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: operator
  namespace: operators
spec:
  template:
    metadata:
      labels:
        app: operator
        sidecar.istio.io/inject: "true"
    spec:
      containers:
      - name: operator
        image: images.example/operator:1.4.2
        ports:
        - name: api
          containerPort: 8080
        - name: webhook
          containerPort: 9443
---
apiVersion: v1
kind: Service
metadata:
  name: operator
  namespace: operators
spec:
  selector:
    app: operator
  ports:
  - name: https
    port: 443
    targetPort: webhook
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata:
  name: operator
webhooks:
- name: operator.operators.example
  clientConfig:
    service:
      name: operator
      namespace: operators
`;

export const exceptionTooWide: Check = {
  id: 'MTLS508',
  name: 'exception-too-wide',
  why: 'an exception for a whole workload takes plaintext at every port, also at those that only clients of the mesh dial; an exception for the one port that needs it does not',
  sources: ['sidecar.md C9', 'https://istio.io/latest/docs/tasks/security/authentication/authn-policy/#enable-mutual-tls-per-workload', 'https://github.com/istio/istio/issues/53884'],
  severity: 'Info, if the level above is STRICT, and the input shows callers without a mesh identity at some ports of all selected workloads and none at others.',
  fix: 'write STRICT for the workload, and PERMISSIVE for the ports that need it',
  peers: [],
  bad: {
    yaml: `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: default
  namespace: operators
spec:
  mtls:
    mode: STRICT
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: operator
  namespace: operators
  annotations:
    cdk8s-istio-mtls/owner: platform
    cdk8s-istio-mtls/reason: the API server has no mesh identity
    cdk8s-istio-mtls/review-by: "2027-03-31"
spec:
  selector:
    matchLabels:
      app: operator
  mtls:
    mode: PERMISSIVE
${OPERATOR}`,
  },
  good: {
    yaml: `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: default
  namespace: operators
spec:
  mtls:
    mode: STRICT
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: operator
  namespace: operators
  annotations:
    cdk8s-istio-mtls/port-9443.owner: platform
    cdk8s-istio-mtls/port-9443.reason: the API server has no mesh identity
    cdk8s-istio-mtls/port-9443.review-by: "2027-03-31"
spec:
  selector:
    matchLabels:
      app: operator
  mtls:
    mode: STRICT
  portLevelMtls:
    9443:
      mode: PERMISSIVE
${OPERATOR}`,
  },

  *check({ mesh }) {
    const callers = once(() => outsideCallers(mesh));
    for (const policy of mesh.policies) {
      if (policy.context || policy.scope !== 'workload' || policy.mode === 'UNSET') { continue; }
      const [whole] = weakSettings(mesh, policy);
      if (whole === undefined || whole.workloadPort !== undefined || whole.above?.mode !== 'STRICT') { continue; }
      const observation = observe(mesh, policy, callers());
      if (observation !== undefined) { yield observation; }
    }
  },
};

function observe(mesh: MeshSnapshot, policy: Policy, callers: ReadonlyMap<Workload, OutsideCallers>): Observation | undefined {
  const workloads = mesh.workloadsSelectedBy(policy.namespace, policy.matchLabels);
  const known = workloads.map((workload) => callers.get(workload));
  // for whom the exception was made of a workload without known callers, nobody can tell
  if (workloads.length === 0 || known.includes(undefined)) { return undefined; }
  const called = new Set(known.flatMap((ports) => [...ports?.keys() ?? []]));
  const closable = new Set(workloads.flatMap((workload) => closablePorts(mesh, workload, policy)).filter((port) => !called.has(port)));
  if (closable.size === 0) { return undefined; }
  const needed = [...called].sort((one, other) => one - other);
  const who = [...new Set(known.flatMap((ports) => [...ports?.values() ?? []].flat()))];
  return {
    severity: 'info',
    resource: policy,
    path: 'spec.mtls.mode',
    message: `${policy.mode} holds for every port of ${listed(workloads.map(objectName))}, but callers without a mesh identity (${listed(who.map(objectName))}) `
      + `are known only for port ${listed(needed.map(String))}: ${listed([...closable].map(String))} could stay STRICT`,
    fix: `write mtls.mode: STRICT, and PERMISSIVE for ${listed(needed.map(String))} in portLevelMtls`,
    related: [...workloads, ...who],
  };
}

/** Scrapers and probes come without a configuration that would name them. */
const MAY_BE_CALLED = /metric|prom|health|probe|ready|live/i;

function closablePorts(mesh: MeshSnapshot, workload: Workload, { ports }: Policy): readonly number[] {
  return knownPorts(mesh, workload).filter((port) => {
    const names = workload.containerPorts.filter(({ number }) => number === port).map(({ name }) => name ?? '');
    const scraped = workload.podAnnotations.get('prometheus.io/port') === String(port);
    return isCaptured(emptyMap(), port) && !ports.has(port) && !scraped && !names.some((name) => MAY_BE_CALLED.test(name));
  });
}
