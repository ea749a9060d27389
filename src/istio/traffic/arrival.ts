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
  /** TLS that a rule adds inside the tunnel: the application gets to see it (ambient-and-traffic.md B7). */
  readonly userTls: boolean;
  readonly rules: readonly string[];
}

/** What the client's side makes of a call (ambient-and-traffic.md B, C1). */
export function arrivalOf(mesh: MeshSnapshot, question: TrafficQuestion, tls: ClientTlsAnswer | undefined): Arrival {
  const { client, call } = question;
  if (call.sends !== 'auto') return direct(mesh, question);
  if (client.kind === 'ambient') return fromAmbient(question, tls);
  if (tls === undefined) return outside(applicationBytes(question), []);
  return tls.hbone
    ? inside(question, tls, ['ambient-and-traffic.md B5', 'ambient-and-traffic.md B7'])
    : outside(proxyBytes(mesh, question, tls), ['ambient-and-traffic.md C1']);
}

function direct(mesh: MeshSnapshot, question: TrafficQuestion): Arrival {
  const { client, call } = question;
  if (call.sends !== 'mtls') return outside(call.sends === 'tls' ? 'tls' : 'plaintext', []);
  return outside(client.kind === 'none' ? ownCertificate(mesh, question) : meshCertificate(mesh, question), []);
}

/** ztunnel goes by what the server can do, not by policies or rules (ambient-and-traffic.md B1, B3, B8). */
function fromAmbient(question: TrafficQuestion, waypointTls: ClientTlsAnswer | undefined): Arrival {
  const { server } = question;
  const takesHbone = server.captured && (server.dataPlane === 'ambient' || (server.dataPlane === 'sidecar' && server.hbone));
  const rules = ['ambient-and-traffic.md B1', 'ambient-and-traffic.md B8'];
  if (!takesHbone) return outside(applicationBytes(question), rules);
  return inside(question, waypointTls, waypointTls === undefined ? rules : [...rules, 'ambient-and-traffic.md A19']);
}

/** The tunnel takes the place of mesh mTLS; what else a rule asks for goes inside. */
function inside(question: TrafficQuestion, tls: ClientTlsAnswer | undefined, rules: readonly string[]): Arrival {
  const userTls = tls?.sends === 'tls' || tls?.sends === 'custom-mtls';
  return { wire: userTls ? 'tls' : applicationBytes(question), hbone: true, userTls, rules };
}

function outside(wire: Wire, rules: readonly string[]): Arrival {
  return { wire, hbone: false, userTls: false, rules };
}

function proxyBytes(mesh: MeshSnapshot, question: TrafficQuestion, { sends }: ClientTlsAnswer): Wire {
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
