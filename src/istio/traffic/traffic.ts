import { Arrival, arrivalOf } from './arrival';
import { linksOf } from './links';
import { atAmbient, atApplication, atSidecar, received, refused, stalled } from './reception';
import { Reception, TrafficAnswer } from './traffic-answer';
import { TrafficQuestion } from './traffic-question';
import { takesServerName } from './trust';
import { clientTls } from '../client-tls/client-tls';
import { ClientTlsAnswer } from '../client-tls/client-tls-answer';
import { TlsClient } from '../client-tls/client-tls-question';
import { ambientMode } from '../effective-mode/ambient-mode';
import { ModeAnswer, modeAtPort } from '../effective-mode/mode-answer';
import { sidecarMode } from '../effective-mode/sidecar-mode';
import { MeshSnapshot } from '../model/snapshot';

/** What happens to a connection of one client to one endpoint (ambient-and-traffic.md B-D, sidecar.md H). */
export function traffic(mesh: MeshSnapshot, question: TrafficQuestion): TrafficAnswer {
  const { server } = question;
  const tls = clientTlsOf(mesh, question);
  const mode = modeOf(mesh, question);
  const arrival = arrivalOf(mesh, question, tls);
  const reception = receptionOf(mesh, question, { tls, mode, arrival });
  const links = linksOf(mesh, question, { tls, mode });
  return {
    ...reception,
    rules: [...new Set([...(tls?.rules ?? []), ...arrival.rules, ...(mode?.rules ?? []), ...reception.rules])],
    serverMode: mode && modeAtPort(mode, server.workloadPort),
    mode,
    clientTls: tls,
    hbone: arrival.hbone,
    links,
    proven: links.every(({ known }) => known),
  };
}

interface Sides {
  readonly tls: ClientTlsAnswer | undefined;
  readonly mode: ModeAnswer | undefined;
  readonly arrival: Arrival;
}

function receptionOf(mesh: MeshSnapshot, question: TrafficQuestion, { tls, mode, arrival }: Sides): Reception {
  const { client, server, call } = question;
  if (client.kind === 'unknown' || server.dataPlane === 'unknown') return received('unknown', undefined, []);
  if (client.kind === 'kubelet' && (client.probesRewritten || server.dataPlane === 'ambient')) {
    return received('plaintext', true, [server.dataPlane === 'ambient' ? 'ambient-and-traffic.md A21' : 'ambient-and-traffic.md C8']);
  }
  if (waitsAtClient(question)) return stalled();

  const reception = !server.captured || mode === undefined
    ? atApplication(arrival, server.dataPlane === 'none' ? server.identity : undefined, server.captured ? [] : ['ambient-and-traffic.md C9'])
    : server.dataPlane === 'ambient'
      ? atAmbient(modeAtPort(mode, server.workloadPort), arrival)
      : atSidecar(server, modeAtPort(mode, server.workloadPort), arrival, call);
  return isTurnedAway(mesh, question, { tls, mode, arrival }, reception) ? refused('server-name', ['sidecar.md E6']) : reception;
}

/** A sidecar looks into the first bytes of a port whose protocol nobody declared, so a server that speaks first is never dialled. */
function waitsAtClient({ client, server, call, destination }: TrafficQuestion): boolean {
  const looks = client.kind === 'sidecar' && call.sends === 'auto' && destination !== undefined && server.portKind === 'auto';
  return looks && server.serverFirst && !call.applicationTls;
}

/** Somebody shows the client a certificate in mesh mTLS, and it is not the one expected. */
function isTurnedAway(mesh: MeshSnapshot, question: TrafficQuestion, { tls, arrival }: Sides, reception: Reception): boolean {
  const { identity } = question.server;
  if (arrival.hbone || tls?.sends !== 'mtls' || reception.outcome !== 'mtls' || identity === undefined) return false;
  return !takesServerName(identity, tls.policy?.tls, mesh.profile, question.trustDomainAliases ?? []);
}

function modeOf(mesh: MeshSnapshot, { server }: TrafficQuestion): ModeAnswer | undefined {
  if (server.dataPlane === 'sidecar') return sidecarMode(mesh, server);
  return server.dataPlane === 'ambient' ? ambientMode(mesh, server) : undefined;
}

function clientTlsOf(mesh: MeshSnapshot, question: TrafficQuestion): ClientTlsAnswer | undefined {
  const { destination, call } = question;
  const client = proxyOf(question);
  if (client === undefined || destination === undefined || call.sends !== 'auto') return undefined;
  // ambient pods take HBONE as such; a sidecar does if it was injected so (ambient-and-traffic.md B2)
  const endpoint = { ...question.server, hbone: question.server.dataPlane === 'ambient' || question.server.hbone };
  return clientTls(mesh, { client, destination, endpoint });
}

/** Who reads rules for this client: its own proxy, or the waypoint of the server. */
function proxyOf({ client, server }: TrafficQuestion): TlsClient | undefined {
  if (client.kind === 'sidecar' || client.kind === 'gateway') return { ...client, proxy: client.kind };
  const viaWaypoint = client.kind === 'ambient' && server.waypoint && server.dataPlane === 'ambient';
  return viaWaypoint ? { proxy: 'gateway', namespace: server.namespace, labels: new Map(), sendsHbone: true, metadataCertificates: false } : undefined;
}
