import { PeerCase, PeerFinding } from './peer-case';
import { objectName } from '../../src/checks/object-name';
import { evaluate } from '../../src/findings/evaluate';
import { Finding, ObjectReference } from '../../src/findings/finding';
import { buildSnapshot } from '../../src/istio/model/build-snapshot';
import { ProfileInput } from '../../src/istio/model/profile';
import { MeshSnapshot, Snapshot } from '../../src/istio/model/snapshot';

/** The mesh of a case. The other tools look at a live cluster or take the files for one: nothing is missing, and sidecars are what they know. */
export function snapshotOf({ given: { rootNamespace, mesh, manifests } }: PeerCase): Snapshot {
  const profile: ProfileInput = { rootNamespace, autoMtls: mesh?.enableAutoMtls, complete: true, dataPlane: 'sidecar' };
  return buildSnapshot(manifests.map((object) => ({ object })), profile);
}

export function meshOf(one: PeerCase): MeshSnapshot {
  const [mesh] = snapshotOf(one).meshes.values();
  if (mesh === undefined) { throw new Error(`${one.id} has no mesh`); }
  return mesh;
}

export function findingsOf(one: PeerCase): readonly Finding[] {
  return evaluate(snapshotOf(one)).findings;
}

/** Whether a finding is about what the other tool found: on the same object, or on one of the clash. */
export function meets(finding: Finding, { object, references = [] }: PeerFinding): boolean {
  const wanted = new Set([object, ...references]);
  return [finding.object, ...finding.related].some((reference: ObjectReference) => wanted.has(objectName(reference)));
}
