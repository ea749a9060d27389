import { modeAtPort } from '../../../src/istio/effective-mode/mode-answer';
import { sidecarMode } from '../../../src/istio/effective-mode/sidecar-mode';
import { ApplicationProtocol, inbound, Wire } from '../../../src/istio/traffic/connectivity';
import { declaredPort } from '../../../src/istio/traffic/declared-port';
import { ConformanceCase, Family, Fields } from '../conformance-case';
import { hasFeature, unmodelledFeature } from '../features';
import { labelsOf, meshOf } from '../mesh-of-case';

/** What does an inbound sidecar do with each call? */
export const connectivity: Family = {
  skip: unmodelledFeature,
  compare: (conformanceCase: ConformanceCase) => {
    const mesh = meshOf(conformanceCase);
    const { namespace, labels, ip } = conformanceCase.given.workload;
    const subject = { namespace, podLabels: labelsOf(labels) };
    const mode = sidecarMode(mesh, subject);
    const userTlsOn = hasFeature(conformanceCase, 'ENABLE_TLS_ON_SIDECAR_INGRESS');
    return conformanceCase.expect.calls.map((call: Fields, index: number) => {
      const { kind, userTls } = declaredPort(mesh, { ...subject, containerPorts: [], address: ip }, call.port);
      const port = userTlsOn && userTls !== undefined ? { kind: userTls.kind, ingressTls: userTls.tls } : { kind };
      const sent = { wire: wireOf(call), application: call.app as ApplicationProtocol };
      const { result } = inbound({ ...port, mode: modeAtPort(mode, call.port) }, sent);
      return { field: `calls[${index}].result (${call.wire} ${call.app} to ${call.port})`, expected: call.result, got: result };
    });
  },
};

function wireOf({ wire, clientCert }: Fields): Wire {
  if (wire !== 'mtls') return wire;
  return clientCert === undefined || clientCert === 'mesh' ? 'istio-mtls' : 'foreign-mtls';
}
