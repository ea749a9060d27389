import { clientTls } from '../../../src/istio/client-tls/client-tls';
import { ISTIO_TLS_MODE, TLS_MODE_LABEL } from '../../../src/istio/client-tls/tls-mode-label';
import { portKind, protocolOf } from '../../../src/istio/model/port-protocol';
import { MeshSnapshot } from '../../../src/istio/model/snapshot';
import { traffic } from '../../../src/istio/traffic/traffic';
import { TrafficDestination, TrafficQuestion, TrafficServer } from '../../../src/istio/traffic/traffic-question';
import { ConformanceCase, Family, Fields, plainFields } from '../conformance-case';
import { isDelivered } from '../delivered';
import { unmodelledFeature } from '../features';
import { labelsOf, meshConfigOf, meshOf } from '../mesh-of-case';

/** What does this client send, and is it answered? */
export const autoMtls: Family = {
  skip: unmodelledFeature,
  compare: (conformanceCase: ConformanceCase) => {
    const mesh = meshOf(conformanceCase);
    const question = questionOf(mesh, conformanceCase);
    const { client: { kind }, destination, server } = question;
    const client = { ...question.client, proxy: proxyOf(kind) };
    const tls = clientTls(mesh, { client, destination: destination as TrafficDestination, endpoint: server });
    const answer = traffic(mesh, question);
    return plainFields(conformanceCase.expect, {
      client: () => tls.sends,
      via: () => tls.via,
      success: () => isDelivered(answer),
      serverMode: () => answer.serverMode,
      serviceMode: () => tls.serviceMode,
      perEndpoint: () => tls.perEndpoint,
      alwaysTls: () => tls.alwaysTls,
    });
  },
};

function proxyOf(kind: string): 'sidecar' | 'gateway' | 'none' {
  return kind === 'sidecar' || kind === 'gateway' ? kind : 'none';
}

function questionOf(mesh: MeshSnapshot, { given }: ConformanceCase): TrafficQuestion {
  const { client, service } = given;
  const server = serverOf(given.server, service);
  const [entry] = mesh.serviceEntriesByHost(service.host);
  const written = mesh.serviceByHost(service.host);
  return {
    client: {
      kind: client.sidecar === false ? 'none' : client.kind ?? 'sidecar',
      namespace: client.namespace,
      labels: labelsOf(client.labels),
      sendsHbone: client.sendHbone === true,
      metadataCertificates: client.metadataCerts !== undefined,
      certificate: undefined,
      probesRewritten: true,
      proven: true,
    },
    server,
    destination: {
      host: service.host,
      namespace: service.namespace,
      servicePort: service.port,
      subset: service.subset,
      headless: service.resolution === 'Passthrough' || written?.headless === true || entry?.resolution === 'NONE',
      meshExternal: service.meshExternal ?? entry?.meshExternal ?? false,
      tlsModes: tlsModesOf(service, server),
      service: written ?? entry,
    },
    call: { sends: 'auto', application: portKind(protocolOf(service.protocol)) === 'tcp' ? 'tcp' : 'http', applicationTls: false },
    trustDomainAliases: meshConfigOf(given).trustDomainAliases,
  };
}

/** Where one server is described, it is every endpoint of its service. */
function tlsModesOf({ noEndpoints, mixedEndpoints }: Fields, { tlsMode }: TrafficServer): readonly (string | undefined)[] {
  if (noEndpoints) return [];
  return mixedEndpoints ? [tlsMode, undefined, ISTIO_TLS_MODE] : [tlsMode];
}

function serverOf(server: Fields, service: Fields): TrafficServer {
  const podLabels = labelsOf(server.labels);
  const label = server.tlsModeLabel === undefined ? podLabels.get(TLS_MODE_LABEL) : server.tlsModeLabel ?? undefined;
  const labelled = server.tlsModeLabel !== undefined || label !== undefined;
  return {
    namespace: server.namespace,
    podLabels,
    dataPlane: server.sidecar === false ? 'none' : 'sidecar',
    proven: true,
    workloadPort: service.targetPort ?? service.port,
    portKind: portKind(protocolOf(service.protocol)),
    ingressTls: undefined,
    captured: true,
    tlsMode: labelled ? label : server.sidecar === false ? undefined : ISTIO_TLS_MODE,
    hbone: server.hbone === true,
    waypoint: false,
    serverFirst: false,
    identity: server.identity,
    workload: undefined,
  };
}
