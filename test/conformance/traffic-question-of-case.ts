import { ConformanceCase, Fields } from './conformance-case';
import { hasFeature } from './features';
import { labelsOf, meshConfigOf } from './mesh-of-case';
import { ISTIO_TLS_MODE, TLS_MODE_LABEL } from '../../src/istio/client-tls/tls-mode-label';
import { portKind, protocolOf } from '../../src/istio/model/port-protocol';
import { PortKind } from '../../src/istio/model/service';
import { MeshSnapshot } from '../../src/istio/model/snapshot';
import { isCaptured } from '../../src/istio/traffic/captured-ports';
import { ApplicationProtocol } from '../../src/istio/traffic/connectivity';
import { declaredPort } from '../../src/istio/traffic/declared-port';
import { identityOf } from '../../src/istio/traffic/server-of';
import { ClientCertificate, ClientKind, TrafficClient, TrafficDestination, TrafficQuestion, TrafficServer } from '../../src/istio/traffic/traffic-question';
import { workloadPortOf } from '../../src/istio/traffic/workload-port';

/** The question that a case of family `traffic` asks; servers are described there, not taken from workloads. */
export function trafficQuestionOf(mesh: MeshSnapshot, conformanceCase: ConformanceCase): TrafficQuestion {
  const { given } = conformanceCase;
  const server = serverOf(mesh, conformanceCase);
  return {
    client: clientOf(given),
    server,
    destination: destinationOf(mesh, given.server, server),
    call: { sends: given.call, application: applicationOf(given.callProtocol), applicationTls: ['https', 'tls'].includes(given.callProtocol) },
    trustDomainAliases: meshConfigOf(given).trustDomainAliases,
  };
}

/** The same call to another port of the Service; `undefined` for a name that the Service does not have. */
export function onOtherPort(mesh: MeshSnapshot, question: TrafficQuestion, name: string): TrafficQuestion | undefined {
  const host = question.destination?.host ?? '';
  const port = mesh.serviceByHost(host)?.ports.find((candidate) => candidate.name === name.replace('websocket over ', ''));
  const workloadPort = port && workloadPortOf(port, []);
  if (port === undefined || workloadPort === undefined) return undefined;
  const applicationTls = port.protocol === 'HTTPS';
  const { sends } = question.call;
  return {
    ...question,
    server: { ...question.server, workloadPort, portKind: port.kind },
    destination: question.destination && { ...question.destination, servicePort: port.number },
    call: {
      sends: applicationTls && sends === 'plaintext' ? 'tls' : sends,
      application: port.kind === 'http' || applicationTls ? 'http' : 'tcp',
      applicationTls,
    },
  };
}

/** A waypoint speaks to pods as a gateway does. */
const clientKinds: Readonly<Record<string, ClientKind>> = { waypoint: 'gateway' };

function clientOf(given: Fields): TrafficClient {
  const { client } = given;
  const kind = client === undefined ? 'sidecar' : clientKinds[client.dataplane] ?? client.dataplane ?? 'none';
  return {
    kind,
    namespace: client?.namespace,
    labels: labelsOf(client?.labels),
    sendsHbone: client?.sendsHbone ?? true,
    metadataCertificates: client?.proxyMetadataCerts === true,
    certificate: certificateOf(given, kind),
    probesRewritten: client?.rewriteAppHTTPProbers ?? true,
    proven: true,
  };
}

function certificateOf({ client, clientCertificate, call }: Fields, kind: string): ClientCertificate | undefined {
  if (client?.certificate !== undefined) {
    const { issuedBy, trustDomain } = client.certificate;
    return { issuedByMesh: issuedBy === undefined || String(issuedBy).startsWith('mesh'), trustDomain };
  }
  if (clientCertificate !== undefined) return { issuedByMesh: clientCertificate === 'mesh', trustDomain: undefined };
  // outside the mesh, `mtls` is "a client certificate", of the mesh CA unless the case says otherwise
  return kind === 'none' && call === 'mtls' ? { issuedByMesh: true, trustDomain: undefined } : undefined;
}

function serverOf(mesh: MeshSnapshot, conformanceCase: ConformanceCase): TrafficServer {
  const { server } = conformanceCase.given;
  const podLabels = labelsOf(server.labels);
  const declared = declaredPort(mesh, { namespace: server.namespace, podLabels, containerPorts: [], address: server.ip }, server.port);
  const userTls = hasFeature(conformanceCase, 'ENABLE_TLS_ON_SIDECAR_INGRESS') ? declared.userTls : undefined;
  return {
    namespace: server.namespace,
    podLabels,
    dataPlane: server.dataplane,
    proven: true,
    workloadPort: server.port,
    portKind: userTls?.kind ?? portKindOf(server.portProtocol) ?? declared.kind,
    ingressTls: userTls?.tls,
    captured: server.dataplane !== 'sidecar' || isCaptured(labelsOf(server.annotations), server.port),
    tlsMode: server.tlsModeLabel ?? podLabels.get(TLS_MODE_LABEL) ?? (server.dataplane === 'sidecar' ? ISTIO_TLS_MODE : undefined),
    hbone: server.hbone === true,
    waypoint: server.waypoint !== undefined && server.waypoint !== false,
    serverFirst: server.serverFirst === true,
    identity: server.identity ?? (server.serviceAccount && server.dataplane !== 'none'
      ? identityOf(mesh, server.namespace, server.serviceAccount)
      : undefined),
    workload: undefined,
  };
}

function portKindOf(protocol: string | undefined): PortKind | undefined {
  return protocol === undefined ? undefined : portKind(protocolOf(protocol));
}

function destinationOf(mesh: MeshSnapshot, described: Fields, server: TrafficServer): TrafficDestination | undefined {
  const { host, kind } = described;
  if (host === undefined) return undefined;
  const service = mesh.serviceByHost(host);
  const [entry] = mesh.serviceEntriesByHost(host);
  return {
    host,
    namespace: service?.namespace ?? entry?.namespace ?? server.namespace,
    servicePort: described.servicePort ?? described.port,
    subset: described.subset,
    headless: kind === 'headless' || kind === 'statefulset' || service?.headless === true || entry?.resolution === 'NONE',
    meshExternal: described.meshExternal ?? entry?.meshExternal ?? false,
    tlsModes: [server.tlsMode],
    service: service ?? entry,
  };
}

function applicationOf(callProtocol: string): ApplicationProtocol {
  if (callProtocol === 'tcp' || callProtocol === 'tls') return 'tcp';
  return callProtocol === 'http2' || callProtocol === 'grpc' ? 'http2' : 'http';
}
