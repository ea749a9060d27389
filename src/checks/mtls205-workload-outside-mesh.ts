import { Check, Observation } from './check';
import { objectName } from './object-name';
import { listed } from './support/listed';
import { podsOfNamespace } from './support/pods-of-namespace';
import { DataPlaneAnswer } from '../istio/model/data-plane';
import { Policy } from '../istio/model/policy';
import { MeshSnapshot } from '../istio/model/snapshot';
import { Workload } from '../istio/model/workload';

/** Their pods run to an end and serve nobody. */
const BATCH_KINDS: readonly string[] = ['Job', 'CronJob'];

export const workloadOutsideMesh: Check = {
  id: 'MTLS205',
  name: 'workload-outside-mesh',
  why: 'a policy binds only where a proxy runs: a pod outside the mesh takes plaintext from everybody, whatever STRICT promises',
  sources: ['sidecar.md C11', 'ambient-and-traffic.md A20', 'https://istio.io/latest/docs/setup/additional-setup/sidecar-injection/'],
  severity: 'Warning, for a STRICT policy on workloads, or on a whole namespace, that provably have no proxy.',
  fix: 'let the pods join the mesh, or remove the policy that they do not obey',
  peers: ['IST0103', 'IST0102'],
  bad: {
    yaml: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: payment
  namespace: production
spec:
  template:
    metadata:
      labels:
        app: payment
        sidecar.istio.io/inject: "false"
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: payment
  namespace: production
spec:
  selector:
    matchLabels:
      app: payment
  mtls:
    mode: STRICT
`,
    profile: { dataPlane: 'sidecar' },
  },
  good: {
    yaml: `apiVersion: apps/v1
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
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: payment
  namespace: production
spec:
  selector:
    matchLabels:
      app: payment
  mtls:
    mode: STRICT
`,
    profile: { dataPlane: 'sidecar' },
  },

  *check({ mesh }) {
    for (const policy of mesh.policies) {
      if (!asksForTls(policy)) continue;
      const observation = policy.scope === 'workload' ? onWorkloads(mesh, policy) : policy.scope === 'namespace' ? onNamespace(mesh, policy) : undefined;
      if (observation !== undefined) yield observation;
    }
  },
};

/** PERMISSIVE and DISABLE hold for a pod without a proxy, too: it takes plaintext. */
function asksForTls({ mode, ports }: Policy): boolean {
  return mode === 'STRICT' || [...ports.values()].includes('STRICT');
}

function onWorkloads(mesh: MeshSnapshot, policy: Policy): Observation | undefined {
  if (policy.namespace === undefined) return undefined;
  const servers = serversOf(mesh, policy);
  const outside = servers.filter(isOutside);
  if (outside.length === 0) return undefined;
  const where = outside.length === servers.length ? 'nothing' : 'nothing of it';
  return {
    severity: 'warning',
    resource: policy,
    path: 'spec.selector.matchLabels',
    message: `no proxy runs in ${listed(outside.map(nameWithEvidence))}, so ${where} is enforced there: plaintext gets in`,
    fix: 'let the pods join the mesh, or narrow or remove the policy',
    related: outside,
  };
}

/** Single workloads without a proxy are no fault of the namespace policy; a namespace without any is. */
function onNamespace(mesh: MeshSnapshot, policy: Policy): Observation | undefined {
  if (policy.namespace === undefined) return undefined;
  const servers = serversOf(mesh, policy);
  const others = podsOfNamespace(mesh, policy.namespace);
  const isAll = isProvenOutside(others) || (mesh.profile.complete && servers.length > 0);
  if (!isAll || !servers.every(isOutside)) return undefined;
  const [evidence] = (isProvenOutside(others) ? others : servers[0].dataPlane).evidence;
  return {
    severity: 'warning',
    resource: policy,
    path: 'metadata.namespace',
    message: `no proxy runs in namespace ${policy.namespace} (${evidence}), so nothing is enforced there: plaintext gets in`,
    fix: 'let the namespace join the mesh, or remove the policy',
    related: servers,
  };
}

function serversOf(mesh: MeshSnapshot, policy: Policy): readonly Workload[] {
  return mesh.workloadsSelectedBy(policy.namespace, policy.matchLabels).filter(({ kind }) => !BATCH_KINDS.includes(kind));
}

function isOutside({ dataPlane }: Workload): boolean {
  return isProvenOutside(dataPlane);
}

function isProvenOutside({ dataPlane, proven }: DataPlaneAnswer): boolean {
  return dataPlane === 'none' && proven;
}

function nameWithEvidence(workload: Workload): string {
  return `${objectName(workload)} (${workload.dataPlane.evidence[0]})`;
}
