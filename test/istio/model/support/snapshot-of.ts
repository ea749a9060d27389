import { buildSnapshot } from '../../../../src/istio/model/build-snapshot';
import { Problem } from '../../../../src/istio/model/manifest';
import { DEFAULT_MESH, ProfileInput } from '../../../../src/istio/model/profile';
import { MeshSnapshot, Snapshot } from '../../../../src/istio/model/snapshot';

export function snapshotOf(objects: readonly unknown[], profile: ProfileInput = {}): Snapshot {
  return buildSnapshot(objects.map(object => ({ object })), profile);
}

export function meshOf(objects: readonly unknown[], profile: ProfileInput = {}): MeshSnapshot {
  const mesh = snapshotOf(objects, profile).meshes.get(profile.mesh ?? DEFAULT_MESH);
  if (mesh === undefined) throw new Error('the snapshot has no mesh');
  return mesh;
}

/** `path: message` of each problem. */
export function problemsOf(objects: readonly unknown[]): readonly string[] {
  return snapshotOf(objects).problems.map(written);
}

export function written({ path, message }: Problem): string {
  return `${path}: ${message}`;
}

export function labels(entries: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(entries));
}
