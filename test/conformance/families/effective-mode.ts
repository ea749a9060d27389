import { matchingPolicies } from '../../../src/istio/effective-mode/level-candidates';
import { modeAtPort } from '../../../src/istio/effective-mode/mode-answer';
import { namespaceMode } from '../../../src/istio/effective-mode/namespace-mode';
import { sidecarMode } from '../../../src/istio/effective-mode/sidecar-mode';
import { EffectiveMode } from '../../../src/istio/model/mode';
import { portKind, protocolOf } from '../../../src/istio/model/port-protocol';
import { inbound } from '../../../src/istio/traffic/connectivity';
import { Comparison, ConformanceCase, Family, Fields, plainFields } from '../conformance-case';
import { labelsOf, meshOf } from '../mesh-of-case';

/** Mode of a workload with sidecar. */
export const effectiveMode: Family = {
  compare: (conformanceCase: ConformanceCase) => {
    const { given, expect } = conformanceCase;
    const mesh = meshOf(conformanceCase);
    const { namespace, labels, waypoint } = given.workload;
    const services: readonly Fields[] = [given.service ?? given.services ?? []].flat();
    const serviceNamespaces = waypoint ? services.map((service) => service.namespace) : undefined;
    const subject = { namespace, podLabels: labelsOf(labels), serviceNamespaces };
    const answer = sidecarMode(mesh, subject);
    return [
      ...plainFields(expect, {
        mode: () => answer.mode,
        ports: () => Object.fromEntries(answer.ports),
        modeAtPort: () => modeAtPort(answer, given.port),
        policies: () => matchingPolicies(mesh, subject).map((policy) => `${policy.namespace}/${policy.name}`),
        namespaceMode: () => namespaceMode(mesh, namespace),
      }),
      ...Object.entries<Fields>(expect.clients ?? {}).flatMap(([port, clients]) =>
        clientComparisons(port, clients, given.ports?.[port], modeAtPort(answer, Number(port)))),
    ];
  },
};

/** Which clients are answered end to end at a port. */
function clientComparisons(port: string, clients: Fields, about: Fields | undefined, mode: EffectiveMode): readonly Comparison[] {
  const protocol = protocolOf(about?.protocol);
  const kind = about?.inService === false ? 'auto' : portKind(protocol);
  const application = portKind(protocol) === 'http' ? 'http' : 'tcp';
  return Object.entries(clients).map(([client, expected]) => {
    const { result, terminates } = inbound({ kind, mode }, { wire: client === 'mtls' ? 'istio-mtls' : 'plaintext', application });
    const answered = result === 'ok' && (client === 'plaintext' || terminates === 'mesh-mtls');
    return { field: `clients.${port}.${client}`, expected, got: answered };
  });
}
