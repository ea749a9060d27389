import { NamespaceEnrolment } from './namespace-enrolment';
import { PodFacts, Verdict } from './pod-facts';
import { isInjected } from './proxy-container';

/** The injector passes these over, whatever labels say. */
const NEVER_INJECTED: ReadonlySet<string> = new Set(['kube-system', 'kube-public', 'kube-node-lease', 'local-path-storage']);

const INJECT = 'sidecar.istio.io/inject';
const REVISION = 'istio.io/rev';
const STATUS = 'sidecar.istio.io/status';
const TLS_MODE = 'security.istio.io/tlsMode';

/** Whether the pod gets a sidecar; `undefined` when nothing says so. Follows the selectors of Istio's injection webhooks and of the injector. */
export function sidecarVerdict(pod: PodFacts, namespace: NamespaceEnrolment | undefined): Verdict | undefined {
  return injectedAlready(pod) ?? neverInjected(pod) ?? optedOut(pod) ?? namespace?.sidecar ?? optedIn(pod);
}

/** Whether the injector passes over this namespace. */
export function isNeverInjected(namespace: string | undefined): boolean {
  return namespace !== undefined && NEVER_INJECTED.has(namespace);
}

function injectedAlready(pod: PodFacts): Verdict | undefined {
  if (pod.annotations.has(STATUS)) return { enrolled: true, evidence: `pod annotation ${STATUS}`, proven: true };
  if (pod.proxy !== undefined && isInjected(pod.proxy)) return { enrolled: true, evidence: 'container istio-proxy', proven: true };
  return pod.labels.get(TLS_MODE) === 'istio' ? { enrolled: true, evidence: `pod label ${TLS_MODE}=istio`, proven: true } : undefined;
}

function neverInjected(pod: PodFacts): Verdict | undefined {
  if (!isNeverInjected(pod.namespace)) return undefined;
  return { enrolled: false, evidence: `namespace ${pod.namespace} is never injected`, proven: true };
}

/** The label beats the annotation. */
function optedOut(pod: PodFacts): Verdict | undefined {
  const label = pod.labels.get(INJECT);
  if (label === 'false') return { enrolled: false, evidence: `pod label ${INJECT}=false`, proven: true };
  const byAnnotation = label === undefined && pod.annotations.get(INJECT) === 'false';
  return byAnnotation ? { enrolled: false, evidence: `pod annotation ${INJECT}=false`, proven: true } : undefined;
}

/** Reached only where no namespace label decides: webhooks look at the label, never at the annotation. */
function optedIn(pod: PodFacts): Verdict | undefined {
  if (pod.labels.get(INJECT) === 'true') return { enrolled: true, evidence: `pod label ${INJECT}=true`, proven: true };
  const revision = pod.labels.get(REVISION);
  return revision === undefined ? undefined : { enrolled: true, evidence: `pod label ${REVISION}=${revision}`, proven: true };
}
