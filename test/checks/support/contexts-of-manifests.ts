import { CheckContext } from '../../../src/checks/check';
import { buildSnapshot } from '../../../src/istio/model/build-snapshot';
import { Manifest } from '../../../src/istio/model/manifest';
import { ProfileInput } from '../../../src/istio/model/profile';

/** What checks see of manifests whose origin, mesh or context matters; tables use `contextsOf`. */
export function contextsOfManifests(manifests: readonly Manifest[], profile: ProfileInput = {}): CheckContext[] {
  const { meshes, problems } = buildSnapshot(manifests, [profile]);
  return [...meshes.values()].map((mesh) => ({ mesh, problems: problems.filter((problem) => problem.mesh === mesh.profile.mesh), today: undefined }));
}
