import { Wire } from './connectivity';
import { TrafficQuestion } from './traffic-question';
import { isTrusted } from './trust';
import { ClientTlsAnswer } from '../client-tls/client-tls-answer';
import { MeshSnapshot } from '../model/snapshot';

/** What reaches the server. */
export interface Arrival {
  /** The bytes; of a tunnel, those inside. */
  readonly wire: Wire;
  readonly hbone: boolean;
  readonly rules: readonly string[];
}

/** What the client's side makes of a call (ambient-and-traffic.md B, C1). */
export function arrivalOf(mesh: MeshSnapshot, question: TrafficQuestion, tls: ClientTlsAnswer | undefined): Arrival {
  const { client, call } = question;
  if (call.sends !== 'auto') return direct(mesh, question);
  if (client.kind === 'ambient') return fromAmbient(question, tls);
  if (tls === undefined) return { wire: applicationBytes(question), hbone: false, rules: [] };
  if (tls.hbone) return { wire: insideTunnel(mesh, question, tls), hbone: true, rules: ['ambient-and-traffic.md B5', 'ambient-and-traffic.md B7'] };
  return { wire: outsideTunnel(mesh, question, tls), hbone: false, rules: ['ambient-and-traffic.md C1'] };
}

function direct(mesh: MeshSnapshot, question: TrafficQuestion): Arrival {
  const { client, call } = question;
  if (call.sends !== 'mtls') return { wire: call.sends === 'tls' ? 'tls' : 'plaintext', hbone: false, rules: [] };
  const wire = client.kind === 'none' ? ownCertificate(mesh, question) : meshCertificate(mesh, question);
  return { wire, hbone: false, rules: [] };
}

/** ztunnel goes by what the server can do, not by policies or rules (ambient-and-traffic.md B1, B3, B8). */
function fromAmbient(question: TrafficQuestion, waypointTls: ClientTlsAnswer | undefined): Arrival {
  const { server } = question;
  const takesHbone = server.captured && (server.dataPlane === 'ambient' || (server.dataPlane === 'sidecar' && server.hbone));
  const rules = ['ambient-and-traffic.md B1', 'ambient-and-traffic.md B8'];
  if (!takesHbone) return { wire: applicationBytes(question), hbone: false, rules };
  // a waypoint reads rules, but only user TLS leaves a trace (ambient-and-traffic.md A19)
  const userTls = waypointTls?.sends === 'tls' || waypointTls?.sends === 'custom-mtls';
  return { wire: userTls ? 'tls' : applicationBytes(question), hbone: true, rules: userTls ? [...rules, 'ambient-and-traffic.md A19'] : rules };
}

function insideTunnel(mesh: MeshSnapshot, question: TrafficQuestion, tls: ClientTlsAnswer): Wire {
  return tls.sends === 'tls' || tls.sends === 'custom-mtls' ? outsideTunnel(mesh, question, tls) : applicationBytes(question);
}

function outsideTunnel(mesh: MeshSnapshot, question: TrafficQuestion, { sends }: ClientTlsAnswer): Wire {
  switch (sends) {
    case 'plaintext': return applicationBytes(question);
    case 'tls': return 'tls';
    case 'mtls': return meshCertificate(mesh, question);
    case 'custom-mtls': return ownCertificate(mesh, question);
  }
}

function applicationBytes({ call }: TrafficQuestion): Wire {
  return call.applicationTls ? 'tls' : 'plaintext';
}

/** A proxy of the mesh has a mesh certificate unless the question says otherwise. */
function meshCertificate(mesh: MeshSnapshot, { client, trustDomainAliases = [] }: TrafficQuestion): Wire {
  const trusted = client.certificate === undefined || isTrusted(client.certificate, mesh.profile, trustDomainAliases);
  return trusted ? 'istio-mtls' : 'foreign-mtls';
}

/** Files and secrets are somebody else's unless the question says otherwise; files in proxy metadata stand for mesh certificates. */
function ownCertificate(mesh: MeshSnapshot, { client, trustDomainAliases = [] }: TrafficQuestion): Wire {
  const certificate = client.certificate ?? { issuedByMesh: client.metadataCertificates, trustDomain: undefined };
  return isTrusted(certificate, mesh.profile, trustDomainAliases) ? 'mesh-tls' : 'foreign-tls';
}
