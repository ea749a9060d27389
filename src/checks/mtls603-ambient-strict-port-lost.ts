import { Check, Observation } from './check';
import { objectName } from './object-name';
import { Divergence, divergences, portsTurned } from './support/ambient-divergence';
import { listed } from './support/listed';
import { ambientPodsText } from './support/pods-text';
import { Policy } from '../istio/model/policy';

export const ambientStrictPortLost: Check = {
  id: 'MTLS603',
  name: 'ambient-strict-port-lost',
  why: 'in ambient, a STRICT port of a PERMISSIVE or DISABLE workload gets no rule when the mesh policy is STRICT and the namespace says no mode: the port takes plaintext',
  sources: ['ambient-and-traffic.md A13', 'read from the code of Istio 1.32, not yet confirmed on a cluster'],
  severity: 'Always a warning, if the pods are ambient and the STRICT mesh policy is in the input.',
  fix: 'write a policy with a mode for the namespace',
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
  name: default
  namespace: istio-system
spec:
  mtls:
    mode: STRICT
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
  portLevelMtls:
    8443:
      mode: STRICT
`,
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
  name: default
  namespace: istio-system
spec:
  mtls:
    mode: STRICT
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: default
  namespace: production
spec:
  mtls:
    mode: STRICT
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
  portLevelMtls:
    8443:
      mode: STRICT
`,
  },

  *check({ mesh }) {
    const lost = divergences(mesh, (policy, answer) => policy.mode === 'UNSET' ? [] : portsTurned(policy, answer, 'STRICT', 'PERMISSIVE'));
    for (const divergence of lost) { yield observe(divergence); }
  },
};

function observe({ policy, ports, workloads, parents }: Divergence): Observation {
  return {
    severity: 'warning',
    resource: policy,
    path: `spec.portLevelMtls.${ports[0]}.mode`,
    message: `STRICT for port ${listed(ports.map(String))} is lost for ${ambientPodsText(policy, workloads)}: under a STRICT mesh policy and without a mode for the namespace, plaintext gets in`,
    fix: fixText(policy, parents.find(({ scope }) => scope === 'namespace')),
    related: [...parents, ...workloads],
  };
}

function fixText({ namespace }: Policy, modeless: Policy | undefined): string {
  return modeless === undefined
    ? `add a PeerAuthentication without selector to namespace ${namespace}, with mtls.mode: STRICT`
    : `write mtls.mode: STRICT in ${objectName(modeless)}`;
}
