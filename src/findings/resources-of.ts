import { Resource } from '../istio/model/resource';
import { MeshSnapshot } from '../istio/model/snapshot';

/** Every object of a mesh. */
export function* resourcesOf(mesh: MeshSnapshot): Iterable<Resource> {
  yield* mesh.policies;
  yield* mesh.rules;
  yield* mesh.services;
  yield* mesh.serviceEntries;
  yield* mesh.namespaces.values();
  yield* mesh.workloads;
  yield* mesh.sidecars;
  yield* mesh.authorizationPolicies;
  yield* mesh.callers;
  yield* mesh.gateways;
}
