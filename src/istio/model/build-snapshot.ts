import { compareProblems } from './canonical-order';
import { frozenList } from './frozen';
import { Manifest, Problem } from './manifest';
import { mergeProfiles } from './merge-profiles';
import { MeshBuilder } from './mesh-builder';
import { DEFAULT_MESH, ProfileInput, profileOf } from './profile';
import { sealedMapOf } from './sealed-map';
import { Snapshot } from './snapshot';

/**
 * Reads manifests into one snapshot a mesh. Never throws on what manifests say: what cannot be understood becomes a problem.
 * A mesh without a profile gets Istio's defaults; a profile without manifests gives an empty mesh.
 */
export function buildSnapshot(manifests: readonly Manifest[], profiles: ProfileInput | readonly ProfileInput[] = []): Snapshot {
  const problems: Problem[] = [];
  const builders = new Map<string, MeshBuilder>();
  for (const profile of mergeProfiles([profiles].flat(), problems)) builders.set(profile.mesh, new MeshBuilder(profile, problems));
  for (const manifest of manifests) builderOf(manifest.mesh ?? DEFAULT_MESH, builders, problems).add(manifest);
  const names = [...builders.keys()].sort();
  const meshes = sealedMapOf(names, name => builders.get(name)?.build());
  return Object.freeze({ meshes, problems: frozenList(problems.sort(compareProblems)) });
}

function builderOf(mesh: string, builders: Map<string, MeshBuilder>, problems: Problem[]): MeshBuilder {
  const known = builders.get(mesh);
  if (known !== undefined) return known;
  const builder = new MeshBuilder(profileOf({ mesh }), problems);
  builders.set(mesh, builder);
  return builder;
}
