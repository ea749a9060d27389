import { Check, Observation } from './check';
import { objectName } from './object-name';
import { Divergence, divergences } from './support/ambient-divergence';
import { listed } from './support/listed';
import { ambientPodsText } from './support/pods-text';

export const ambientWorkloadOpensUp: Check = {
  id: 'MTLS604',
  name: 'ambient-workload-opens-up',
  why: 'in ambient, a port exception can take the inherited STRICT away from all ports: a namespace policy without a mode, or one with `selector: {}`, makes istiod bind a policy that it never writes, and ztunnel skips it',
  sources: ['ambient-and-traffic.md A14', 'ambient-and-traffic.md A5', 'read from the code of Istio 1.32, not yet confirmed on a cluster'],
  severity: 'Always a warning, if the pods are ambient and the inherited STRICT is in the input.',
  fix: 'write `mode: STRICT` beside the exception',
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
  name: default
  namespace: production
spec: {}
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: payment
  namespace: production
  annotations:
    cdk8s-istio-mtls/port-9443.owner: payments
    cdk8s-istio-mtls/port-9443.reason: callers without a mesh identity
    cdk8s-istio-mtls/port-9443.review-by: "2027-03-31"
spec:
  selector:
    matchLabels:
      app: payment
  portLevelMtls:
    9443:
      mode: PERMISSIVE
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
spec: {}
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: payment
  namespace: production
  annotations:
    cdk8s-istio-mtls/port-9443.owner: payments
    cdk8s-istio-mtls/port-9443.reason: callers without a mesh identity
    cdk8s-istio-mtls/port-9443.review-by: "2027-03-31"
spec:
  selector:
    matchLabels:
      app: payment
  mtls:
    mode: STRICT
  portLevelMtls:
    9443:
      mode: PERMISSIVE
`,
  },

  *check({ mesh }) {
    // a dangling policy with a mode of its own loses its STRICT ports alone: MTLS603
    const open = divergences(mesh, (policy, { dangling }) => dangling && policy.mode === 'UNSET' ? [...policy.ports.keys()] : []);
    for (const divergence of open) { yield observe(divergence); }
  },
};

function observe({ policy, ports, workloads, parents }: Divergence): Observation {
  const cause = parents.filter(({ scope, mode, selector }) => scope === 'namespace' && (mode === 'UNSET' || selector === 'empty')).map(objectName);
  return {
    severity: 'warning',
    resource: policy,
    path: 'spec.portLevelMtls',
    message: `the exception for port ${listed(ports.map(String))} opens every port of ${ambientPodsText(policy, workloads)}: `
      + `below ${listed(cause)} istiod does not write it, so the inherited STRICT is lost and plaintext gets in`,
    fix: 'write mtls.mode: STRICT in this policy',
    related: [...parents, ...workloads],
  };
}
