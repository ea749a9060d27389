import { ambientVerdict } from './ambient-verdict';
import { NamespaceEnrolment } from './namespace-enrolment';
import { PodFacts, Verdict } from './pod-facts';
import { isInjected } from './proxy-container';
import { isNeverInjected, sidecarVerdict } from './sidecar-verdict';
import { DataPlane, DataPlaneAnswer } from '../data-plane';
import { Profile } from '../profile';

const TEMPLATES = 'inject.istio.io/templates';
const UNKNOWN: DataPlaneAnswer = answer('unknown', false);

/** The data plane of a pod, from its own labels, its Namespace (`undefined`: not in the input) and the profile. */
export function readDataPlane(pod: PodFacts, namespace: NamespaceEnrolment | undefined, profile: Profile): DataPlaneAnswer {
  const templates = pod.annotations.get(TEMPLATES);
  // sidecar.md C12: an agent without a proxy enforces other rules.
  if (templates?.includes('grpc')) return answer('unknown', false, `pod annotation ${TEMPLATES}=${templates}`);
  if (pod.hostNetwork && !(pod.proxy !== undefined && isInjected(pod.proxy))) return answer('none', true, 'hostNetwork: true');
  const sidecar = sidecarVerdict(pod, namespace);
  const ambient = ambientVerdict(pod, namespace);
  // Where both are asked for, ztunnel leaves pods with a sidecar alone.
  if (sidecar?.enrolled) return answer('sidecar', sidecar.proven, sidecar.evidence);
  if (ambient?.enrolled) return answer('ambient', ambient.proven, ambient.evidence);
  if (sidecar !== undefined) return outsideMesh(pod, sidecar, ambient ?? namespace, profile);
  return withoutEvidence(ambient, namespace, profile);
}

/** No sidecar for certain. That it is no ambient pod either needs the Namespace, the pod's own word, or a mesh without ambient. */
function outsideMesh(pod: PodFacts, sidecar: Verdict, ambientSource: Verdict | NamespaceEnrolment | undefined, profile: Profile): DataPlaneAnswer {
  const known = ambientSource !== undefined || isNeverInjected(pod.namespace) || profile.dataPlane === 'sidecar' || profile.dataPlane === 'none';
  return answer(!known && profile.dataPlane === 'ambient' ? 'unknown' : 'none', known, sidecar.evidence);
}

function withoutEvidence(ambient: Verdict | undefined, namespace: NamespaceEnrolment | undefined, profile: Profile): DataPlaneAnswer {
  const evidence = ambient === undefined ? [] : [ambient.evidence];
  if (profile.dataPlane !== 'unknown' && !(ambient !== undefined && profile.dataPlane === 'ambient')) {
    return answer(profile.dataPlane, false, ...evidence, `profile says ${profile.dataPlane}`);
  }
  if (namespace === undefined) return evidence.length === 0 ? UNKNOWN : answer('unknown', false, ...evidence);
  // Labels may be added by other tools: absence proves nothing on partial input.
  return answer('none', profile.complete, ...evidence, `namespace ${namespace.name} has no injection label`);
}

function answer(dataPlane: DataPlane, proven: boolean, ...evidence: string[]): DataPlaneAnswer {
  return Object.freeze({ dataPlane, proven, evidence: Object.freeze(evidence) });
}
