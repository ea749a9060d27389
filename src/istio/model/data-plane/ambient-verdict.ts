import { NamespaceEnrolment } from './namespace-enrolment';
import { PodFacts, Verdict } from './pod-facts';

const MODE = 'istio.io/dataplane-mode';

/** Whether ztunnel captures the pod; `undefined` when nothing says so. The pod's label beats the namespace's (ambient-and-traffic.md A20). */
export function ambientVerdict(pod: PodFacts, namespace: NamespaceEnrolment | undefined): Verdict | undefined {
  const own = pod.labels.get(MODE);
  if (own === 'ambient' || own === 'none') return { enrolled: own === 'ambient', evidence: `pod label ${MODE}=${own}`, proven: true };
  return namespace?.ambient;
}
