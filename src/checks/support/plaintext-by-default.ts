import { Failure, Fails, worstFailure } from './failure';
import { placesOfMesh } from './likely-places';
import { ELSEWHERE, clientsOfService } from './meshed-clients';
import { namespacePlaces, namespacesSaying } from './namespace-places';
import { isModeSaid } from './said-modes';
import { Rule } from '../../istio/model/rule';
import { MeshSnapshot } from '../../istio/model/snapshot';

/** Where clients send plaintext to STRICT because auto mTLS is off and nothing else makes them encrypt. */
export function plaintextByDefault(mesh: MeshSnapshot): readonly Failure[] {
  if (mesh.profile.autoMtls) { return []; }
  const anywhere = isModeSaid(mesh, ELSEWHERE, 'STRICT') ? placesOfMesh(mesh) : [];
  const places = [...anywhere, ...namespacesSaying(mesh, 'STRICT').flatMap((namespace) => namespacePlaces(mesh, namespace, 'STRICT'))];
  return places
    .map((place) => worstFailure(mesh, clientsOfService(mesh, place.destinations[0].namespace), place, fails))
    .filter((failure) => failure !== undefined);
}

/** The rule that clients use, which says nothing about TLS here; `undefined`: they use none. */
export function silentRule({ answer }: Failure): Rule | undefined {
  const selected = answer.clientTls?.selection?.rule;
  return selected?.trafficPolicyFrom ?? selected?.rule;
}

const fails: Fails = ({ clientTls, serverMode, outcome }, server) =>
  clientTls?.via === 'auto' && clientTls.sends === 'plaintext' && server.dataPlane === 'sidecar' && serverMode === 'STRICT' && outcome === 'refused';
