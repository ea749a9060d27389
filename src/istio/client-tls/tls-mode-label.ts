import { Labels } from '../model/resource';
import { ServiceEntryEndpoint } from '../model/service';
import { Workload } from '../model/workload';

export const TLS_MODE_LABEL = 'security.istio.io/tlsMode';
export const ISTIO_TLS_MODE = 'istio';

/** The label that clients go by (sidecar.md F2): the injector sets it unless the pod template does. */
export function tlsModeOfWorkload(workload: Workload): string | undefined {
  if (workload.virtualMachine) return ofRegisteredEndpoint(workload.podLabels, workload.serviceAccount);
  return workload.podLabels.get(TLS_MODE_LABEL) ?? (workload.dataPlane.dataPlane === 'sidecar' ? ISTIO_TLS_MODE : undefined);
}

export function tlsModeOfEndpoint(endpoint: ServiceEntryEndpoint): string | undefined {
  return ofRegisteredEndpoint(endpoint.labels, endpoint.serviceAccount);
}

function ofRegisteredEndpoint(labels: Labels, serviceAccount: string | undefined): string | undefined {
  return labels.get(TLS_MODE_LABEL) ?? (serviceAccount === undefined ? undefined : ISTIO_TLS_MODE);
}
