import { PortMapping } from './workload-ports';
import { clientTls } from '../../istio/client-tls/client-tls';
import { tlsModeOfWorkload } from '../../istio/client-tls/tls-mode-label';
import { MeshSnapshot } from '../../istio/model/snapshot';
import { Workload } from '../../istio/model/workload';
import { destinationOfService } from '../../istio/traffic/destination-of';

/** Whether a sidecar of the same namespace sends mesh mTLS to this workload when it dials this Service port. */
export function neighbourSendsMtls(mesh: MeshSnapshot, workload: Workload, { service, servicePort, workloadPort }: PortMapping): boolean {
  const destination = destinationOfService(mesh, service, servicePort);
  if (destination === undefined || workloadPort === undefined) return false;
  const { namespace, podLabels } = workload;
  const { sends } = clientTls(mesh, {
    client: { proxy: 'sidecar', namespace, labels: new Map(), sendsHbone: false, metadataCertificates: false },
    destination,
    endpoint: { namespace, podLabels, workloadPort, tlsMode: tlsModeOfWorkload(workload), hbone: false },
  });
  return sends === 'mtls';
}
