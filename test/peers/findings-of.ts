import { PeerCase, PeerFinding } from './peer-case';
import { objectName } from '../../src/checks/object-name';
import { evaluate } from '../../src/findings/evaluate';
import { Finding, ObjectReference } from '../../src/findings/finding';
import { buildSnapshot } from '../../src/istio/model/build-snapshot';
import { ProfileInput } from '../../src/istio/model/profile';
import { MeshSnapshot, Snapshot } from '../../src/istio/model/snapshot';

/** The mesh of a case; sidecars are all that the other tools know. */
function snapshotOf({ given: { rootNamespace, mesh, manifests } }: PeerCase, complete: boolean): Snapshot {
  const profile: ProfileInput = { rootNamespace, autoMtls: mesh?.enableAutoMtls, complete, dataPlane: 'sidecar' };
  return buildSnapshot(manifests.map((object) => ({ object })), profile);
}

export function meshOf(one: PeerCase): MeshSnapshot {
  const [mesh] = snapshotOf(one, true).meshes.values();
  if (mesh === undefined) { throw new Error(`${one.id} has no mesh`); }
  return mesh;
}

/**
 * What we say about a case, in both of its readings. The other tools take it for a whole cluster, but their fixtures leave out
 * the kinds that they do not look at: without Services and workloads a whole cluster would have nothing that can go wrong.
 */
export function findingsOf(one: PeerCase): readonly Finding[] {
  return [true, false].flatMap((complete) => evaluate(snapshotOf(one, complete)).findings);
}

/** Whether a finding is about what the other tool found: on the same object, or on one of the clash. */
export function meets(finding: Finding, { object, references = [] }: PeerFinding): boolean {
  const wanted = new Set([object, ...references]);
  return [finding.object, ...finding.related].some((reference: ObjectReference) => wanted.has(objectName(reference)));
}
