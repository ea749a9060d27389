import { Check, Observation } from './check';
import { objectName } from './object-name';
import { Decider, deciderPath, decidersOf, subjectText } from './support/deciders';
import { Failure, Fails, worstFailure } from './support/failure';
import { labelText } from './support/label-text';
import { listed } from './support/listed';
import { clientsOfService } from './support/meshed-clients';
import { namespacePlaces, namespacesSaying } from './support/namespace-places';
import { placed } from './support/placed';
import { namespaceModeAnswer } from '../istio/effective-mode/namespace-mode';
import { MeshSnapshot } from '../istio/model/snapshot';

export const strictHiddenByParent: Check = {
  id: 'MTLS404',
  name: 'strict-hidden-by-parent',
  why: 'clients with auto mTLS look at the policies of the namespace and the mesh only: below DISABLE they send plaintext, also to a workload whose own policy says STRICT',
  sources: [
    'sidecar.md C10',
    'sidecar.md F3',
    'sidecar.md F4',
    'ambient-and-traffic.md C1c',
    'https://github.com/istio/istio/issues/56084',
    'https://istio.io/latest/docs/ops/configuration/traffic-management/tls-configuration/#auto-mtls',
  ],
  severity: 'Error on complete input, if Service, workload with sidecar and a meshed client namespace are known and no rule says ISTIO_MUTUAL; otherwise warning.',
  fix: 'add a rule with tls.mode ISTIO_MUTUAL for the workload, or let the parent say PERMISSIVE',
  peers: [],
  bad: {
    yaml: `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: default
  namespace: production
  annotations:
    cdk8s-istio-mtls/owner: platform
    cdk8s-istio-mtls/reason: the namespace moves into the mesh service by service
    cdk8s-istio-mtls/review-by: "2027-03-31"
spec:
  mtls:
    mode: DISABLE
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: payments
  namespace: production
spec:
  selector:
    matchLabels:
      app: payments
  mtls:
    mode: STRICT
`,
  },
  good: {
    yaml: `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: default
  namespace: production
  annotations:
    cdk8s-istio-mtls/owner: platform
    cdk8s-istio-mtls/reason: the namespace moves into the mesh service by service
    cdk8s-istio-mtls/review-by: "2027-03-31"
spec:
  mtls:
    mode: DISABLE
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: payments
  namespace: production
spec:
  selector:
    matchLabels:
      app: payments
  mtls:
    mode: STRICT
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: payments
  namespace: production
spec:
  host: payments.production.svc.cluster.local
  trafficPolicy:
    tls:
      mode: ISTIO_MUTUAL
`,
  },

  *check({ mesh }) {
    if (!mesh.profile.autoMtls) { return; }
    for (const namespace of namespacesSaying(mesh, 'STRICT')) {
      if (namespaceModeAnswer(mesh, namespace).mode !== 'DISABLE') { continue; }
      const failures = namespacePlaces(mesh, namespace, 'STRICT')
        .map((place) => worstFailure(mesh, clientsOfService(mesh, namespace), place, fails))
        .filter((failure) => failure !== undefined);
      for (const decider of decidersOf(failures)) {
        const observation = observe(mesh, namespace, decider);
        if (observation !== undefined) { yield observation; }
      }
    }
  },
};

const fails: Fails = ({ clientTls, serverMode, outcome }, server) => {
  const sendsPlaintext = clientTls?.via === 'auto' && clientTls.serviceMode === 'DISABLE' && clientTls.sends === 'plaintext';
  return sendsPlaintext && server.dataPlane === 'sidecar' && serverMode === 'STRICT' && outcome === 'refused';
};

function observe(mesh: MeshSnapshot, namespace: string, decider: Decider): Observation | undefined {
  const { policy, workloads, failures } = decider;
  const parent = namespaceModeAnswer(mesh, namespace).decidedBy;
  const place = policy && placed(policy, parent === undefined ? [] : [parent]);
  if (policy === undefined || place === undefined) { return undefined; }
  const hider = parent === undefined ? 'the profile' : objectName(parent);
  const pods = workloads.length === 0 ? subjectText(decider) : `${subjectText(decider)} (${listed(workloads.map(objectName))})`;
  return {
    severity: mesh.profile.complete && failures.some(({ proven }) => proven) ? 'error' : 'warning',
    ...place,
    path: place.resource === policy ? deciderPath(decider) : '',
    message: `${hider} says DISABLE for ${parent?.scope === 'namespace' ? `namespace ${namespace}` : 'the whole mesh'}, so clients send plaintext, which STRICT at ${pods} refuses`,
    fix: `add a rule with tls.mode ISTIO_MUTUAL for ${targetsOf(decider)}, or let ${hider} say PERMISSIVE`,
  };
}

function targetsOf({ policy, failures }: Decider): string {
  const hosts = [...new Set(failures.filter(hasService).map(({ destination }) => destination.host))];
  return hosts.length > 0 ? listed(hosts) : `the Service of ${policy === undefined ? 'these pods' : labelText(policy.matchLabels)}`;
}

function hasService({ destination }: Failure): boolean {
  return destination.service !== undefined;
}
