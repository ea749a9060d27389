import { PodFacts } from './pod-facts';
import { isRouter } from './proxy-container';

const TEMPLATES = 'inject.istio.io/templates';
/** Set by istiod on pods that it makes for a Gateway of the Gateway API, waypoints included. */
const MANAGED = 'gateway.istio.io/managed';

/** Whether the proxy of this pod is a gateway: its listeners follow its servers, not a policy. */
export function isGateway(pod: PodFacts): boolean {
  const templates = pod.annotations.get(TEMPLATES);
  if (templates !== undefined && templates.split(',').some(template => template.trim() === 'gateway')) return true;
  return pod.labels.has(MANAGED) || (pod.proxy !== undefined && isRouter(pod.proxy));
}
