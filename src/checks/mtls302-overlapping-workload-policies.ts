import { Check, Observation } from './check';
import { objectName } from './object-name';
import { Severity } from './severity';
import { winnerText } from './support/age-text';
import { haveCopies } from './support/distinct-objects';
import { labelText } from './support/label-text';
import { listed } from './support/listed';
import { overlaps, Overlap } from './support/overlaps';
import { placed } from './support/placed';
import { policyText } from './support/policy-text';
import { possibleNamespaceModes } from './support/possible-modes';
import { sameApply } from './support/same-apply';
import { workloadOutcome } from './support/workload-outcome';
import { Policy } from '../istio/model/policy';
import { MeshSnapshot } from '../istio/model/snapshot';
import { equalLabels } from '../istio/rule-selection/equal-labels';

export const overlappingWorkloadPolicies: Check = {
  id: 'MTLS302',
  name: 'overlapping-workload-policies',
  why: 'of several policies that select the same pods only the oldest counts: they are never merged, not even port by port, and a more specific selector has no preference',
  sources: [
    'sidecar.md C3',
    'sidecar.md C5',
    'https://istio.io/latest/docs/concepts/security/#peer-authentication',
    'https://github.com/istio/istio/issues/48036',
  ],
  severity: 'Error if their outcomes differ and their selectors are equal or a known workload matches them; warning if one selector includes the other, '
    + 'or the difference depends on what the input does not show; info if they agree.',
  fix: 'write one policy for the workload, with all of its port settings, or selectors that share no pods',
  peers: ['KIA0003', 'TIS0001'],
  bad: {
    yaml: `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: api
  namespace: production
spec:
  selector:
    matchLabels:
      app: api
  mtls:
    mode: STRICT
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: api-scrape
  namespace: production
  annotations:
    cdk8s-istio-mtls/port-9090.owner: platform
    cdk8s-istio-mtls/port-9090.reason: Prometheus has no proxy
    cdk8s-istio-mtls/port-9090.review-by: "2027-03-31"
spec:
  selector:
    matchLabels:
      app: api
  mtls:
    mode: STRICT
  portLevelMtls:
    9090:
      mode: PERMISSIVE
`,
  },
  good: {
    yaml: `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: api
  namespace: production
  annotations:
    cdk8s-istio-mtls/port-9090.owner: platform
    cdk8s-istio-mtls/port-9090.reason: Prometheus has no proxy
    cdk8s-istio-mtls/port-9090.review-by: "2027-03-31"
spec:
  selector:
    matchLabels:
      app: api
  mtls:
    mode: STRICT
  portLevelMtls:
    9090:
      mode: PERMISSIVE
`,
  },

  *check({ mesh }) {
    for (const overlap of overlaps(mesh)) {
      const observation = observe(mesh, overlap);
      if (observation !== undefined) { yield observation; }
    }
  },
};

function observe(mesh: MeshSnapshot, { policies, workloads }: Overlap): Observation | undefined {
  const place = placed(mostSpecific(policies), [...policies].reverse());
  if (place === undefined) { return undefined; }
  const differences = policies.map((policy) => `${objectName(policy)} (${labelText(policy.matchLabels)}: ${policyText(policy)})`);
  const agree = verdictOf(mesh, policies) === 'agree';
  return {
    severity: severityOf(mesh, { policies, workloads }),
    ...place,
    path: 'spec.selector',
    message: `${listed(differences)} select the same pods${known(workloads)}: only the oldest counts${agree ? ', though today they agree' : ''}, ${winnerText(policies)}`,
    fix: `let one policy select these pods: move the settings of ${objectName(place.resource)} into ${objectName(place.related[0])}, or write selectors that share no pods`,
  };
}

function severityOf(mesh: MeshSnapshot, { policies, workloads }: Overlap): Severity {
  const verdict = verdictOf(mesh, policies);
  if (verdict === 'agree') { return 'info'; }
  const overlapProven = workloads.length > 0 || policies.every(({ matchLabels }) => equalLabels(matchLabels, policies[0].matchLabels));
  const proven = overlapProven && policies[0].namespace !== undefined && sameApply(policies) && !haveCopies(mesh, policies);
  return proven && verdict === 'differ' ? 'error' : 'warning';
}

/** Whether the outcomes differ, or agree, whatever the input leaves open about the parents. */
function verdictOf(mesh: MeshSnapshot, policies: readonly Policy[]): 'differ' | 'agree' | 'open' {
  const ports = new Set(policies.flatMap((policy) => [...policy.ports.keys()]));
  const outcomes = possibleNamespaceModes(mesh, policies[0].namespace)
    .map((parent) => new Set(policies.map((policy) => workloadOutcome(policy, parent, ports))).size);
  if (outcomes.every((different) => different > 1)) { return 'differ'; }
  return outcomes.every((different) => different === 1) ? 'agree' : 'open';
}

/** Authors expect the most specific one to win; among equals the last in Istio's order is the least likely to count. */
function mostSpecific(policies: readonly Policy[]): Policy {
  return policies.reduce((found, policy) => policy.matchLabels.size >= found.matchLabels.size ? policy : found);
}

function known(workloads: Overlap['workloads']): string {
  return workloads.length === 0 ? '' : ` (${listed(workloads.map(objectName))})`;
}
