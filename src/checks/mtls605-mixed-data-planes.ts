import { Check, Observation } from './check';
import { objectName } from './object-name';
import { listed } from './support/listed';
import { effectiveMode } from '../istio/effective-mode/effective-mode';
import { ModeAnswer, modeAtPort } from '../istio/effective-mode/mode-answer';
import { entry } from '../istio/model/index/group';
import { Policy } from '../istio/model/policy';
import { MeshSnapshot } from '../istio/model/snapshot';
import { Workload } from '../istio/model/workload';

/** Pods with a sidecar, and ambient ones, for which one policy counts. */
const PODS = `---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: payment-moved
  namespace: production
spec:
  template:
    metadata:
      labels:
        app: payment
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: payment
  namespace: production
spec:
  template:
    metadata:
      labels:
        app: payment
        sidecar.istio.io/inject: "true"
`;

export const mixedDataPlanes: Check = {
  id: 'MTLS605',
  name: 'mixed-data-planes',
  why: 'sidecars and ztunnel read the same policy differently: where one selector covers both kinds of pods, calls succeed or fail by the pod that they happen to meet',
  sources: ['ambient-and-traffic.md A2', 'ambient-and-traffic.md A5', 'ambient-and-traffic.md A6', 'https://istio.io/latest/docs/ambient/migrate/'],
  severity: 'Always a warning, if one workload policy counts for pods of both kinds in the input and their modes differ.',
  fix: 'write a mode that means the same for both, STRICT or PERMISSIVE, or a policy for each',
  peers: [],
  bad: {
    yaml: `apiVersion: v1
kind: Namespace
metadata:
  name: production
  labels:
    istio.io/dataplane-mode: ambient
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: payment
  namespace: production
  annotations:
    cdk8s-istio-mtls/owner: payments
    cdk8s-istio-mtls/reason: callers without a mesh identity
    cdk8s-istio-mtls/review-by: "2027-03-31"
spec:
  selector:
    matchLabels:
      app: payment
  mtls:
    mode: DISABLE
${PODS}`,
  },
  good: {
    yaml: `apiVersion: v1
kind: Namespace
metadata:
  name: production
  labels:
    istio.io/dataplane-mode: ambient
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: payment
  namespace: production
  annotations:
    cdk8s-istio-mtls/owner: payments
    cdk8s-istio-mtls/reason: callers without a mesh identity
    cdk8s-istio-mtls/review-by: "2027-03-31"
spec:
  selector:
    matchLabels:
      app: payment
  mtls:
    mode: PERMISSIVE
${PODS}`,
  },

  *check({ mesh }) {
    for (const [policy, { sidecar, ambient }] of coveredPods(mesh)) {
      if (sidecar.length > 0 && ambient.length > 0) { yield* observe(policy, sidecar, ambient); }
    }
  },
};

interface CoveredPod {
  readonly workload: Workload;
  readonly answer: ModeAnswer;
}

interface CoveredPods {
  readonly sidecar: CoveredPod[];
  readonly ambient: CoveredPod[];
}

/** By the workload policy that counts. Where age decides and is not given, nothing is said. */
function coveredPods(mesh: MeshSnapshot): ReadonlyMap<Policy, CoveredPods> {
  const covered = new Map<Policy, CoveredPods>();
  if (!hasBoth(mesh)) { return covered; }
  for (const workload of mesh.workloads) {
    const { gateway, dataPlane: { dataPlane } } = workload;
    if (gateway || (dataPlane !== 'sidecar' && dataPlane !== 'ambient')) { continue; }
    const answer = effectiveMode(mesh, workload);
    const policy = answer.chain.at(-1)?.policy;
    if (policy === undefined || answer.ambiguous) { continue; }
    entry(covered, policy, () => ({ sidecar: [], ambient: [] }))[dataPlane].push({ workload, answer });
  }
  return covered;
}

function hasBoth({ workloads }: MeshSnapshot): boolean {
  return (['sidecar', 'ambient'] as const).every((wanted) => workloads.some(({ dataPlane: { dataPlane } }) => dataPlane === wanted));
}

function* observe(policy: Policy, sidecar: readonly CoveredPod[], ambient: readonly CoveredPod[]): Iterable<Observation> {
  const [one, other] = [sidecar[0].answer, ambient[0].answer];
  const ports = [...policy.ports.keys()].filter((port) => modeAtPort(one, port) !== modeAtPort(other, port)).sort((a, b) => a - b);
  const whole = one.mode !== other.mode;
  if (!whole && ports.length === 0) { return; }
  const [port] = ports;
  const modeOf = (answer: ModeAnswer) => whole ? answer.mode : modeAtPort(answer, port);
  yield {
    severity: 'warning',
    resource: policy,
    path: whole ? 'spec.mtls.mode' : `spec.portLevelMtls.${port}.mode`,
    message: `the policy ${whole ? '' : `for port ${listed(ports.map(String))} `}means ${modeOf(one)} for ${namesOf(sidecar)} with a sidecar, `
      + `and ${modeOf(other)} for ${namesOf(ambient)}, which ${ambient.length === 1 ? 'is' : 'are'} ambient`,
    fix: 'write a mode that means the same for both, STRICT or PERMISSIVE, or a policy for each by labels of their own',
    related: [...sidecar, ...ambient].map(({ workload }) => workload),
  };
}

function namesOf(pods: readonly CoveredPod[]): string {
  return listed(pods.map(({ workload }) => objectName(workload)));
}
