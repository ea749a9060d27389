import { Check, Observation } from './check';
import { objectName } from './object-name';
import { Divergence, divergences, portsTurned } from './support/ambient-divergence';
import { listed } from './support/listed';
import { ambientPodsText } from './support/pods-text';

export const ambientDisablePortIgnored: Check = {
  id: 'MTLS602',
  name: 'ambient-disable-port-ignored',
  why: 'in ambient, a policy without a mode of its own that exempts ports by DISABLE alone does nothing under an inherited STRICT: the ports stay STRICT, and callers without a mesh identity are dropped',
  sources: ['ambient-and-traffic.md A12', 'https://github.com/istio/istio/issues/53884', 'read from the code of Istio 1.32, not yet confirmed on a cluster'],
  severity: 'Always a warning, if the pods are ambient and the inherited STRICT is in the input.',
  fix: 'write PERMISSIVE for the ports, which is all that DISABLE can mean in ambient',
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
    cdk8s-istio-mtls/port-9443.owner: payments
    cdk8s-istio-mtls/port-9443.reason: callers without a mesh identity
    cdk8s-istio-mtls/port-9443.review-by: "2027-03-31"
spec:
  selector:
    matchLabels:
      app: payment
  portLevelMtls:
    9443:
      mode: DISABLE
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

  *check({ mesh }) {
    const ignored = divergences(mesh, (policy, answer) => policy.mode === 'UNSET' ? portsTurned(policy, answer, 'DISABLE', 'STRICT') : []);
    for (const divergence of ignored) { yield observe(divergence); }
  },
};

function observe({ policy, ports, workloads, parents }: Divergence): Observation {
  const source = listed(parents.filter(({ mode }) => mode === 'STRICT').map(objectName));
  return {
    severity: 'warning',
    resource: policy,
    path: `spec.portLevelMtls.${ports[0]}.mode`,
    message: `DISABLE for port ${listed(ports.map(String))} is ignored for ${ambientPodsText(policy, workloads)}: STRICT${source === '' ? '' : ` of ${source}`} stays, and plaintext is dropped`,
    fix: `write PERMISSIVE for port ${listed(ports.map(String))}`,
    related: [...parents, ...workloads],
  };
}
