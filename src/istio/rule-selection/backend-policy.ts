import { PortTrafficPolicy, Rule, TrafficPolicy } from '../model/rule';

const PARENTS_ANNOTATION = 'internal.istio.io/parents';

/** Whether istiod made this rule from a Gateway API backend policy; users cannot set the annotation (sidecar.md A9). */
export function isBackendPolicy(rule: Rule): boolean {
  return rule.annotations.has(PARENTS_ANNOTATION);
}

/** The only field-by-field merge: user fields win whatever their age, backend policies fill the gaps (sidecar.md D16). */
export function layUserOverBackend(user: TrafficPolicy | undefined, backend: TrafficPolicy | undefined): TrafficPolicy | undefined {
  if (user === undefined || backend === undefined) return user ?? backend;
  return {
    tls: user.tls ?? backend.tls,
    loadBalancer: user.loadBalancer ?? backend.loadBalancer,
    ports: layPorts(user.ports, backend.ports),
  };
}

function layPorts(user: readonly PortTrafficPolicy[], backend: readonly PortTrafficPolicy[]): readonly PortTrafficPolicy[] {
  const filled = user.map((port) => {
    const below = backend.find(({ servicePort }) => servicePort === port.servicePort);
    return below === undefined ? port : { ...port, tls: port.tls ?? below.tls, loadBalancer: port.loadBalancer ?? below.loadBalancer };
  });
  return [...filled, ...backend.filter(({ servicePort }) => user.every((port) => port.servicePort !== servicePort))];
}
