import { EffectiveMode, Mode } from '../../istio/model/mode';
import { Policy } from '../../istio/model/policy';
import { MeshSnapshot } from '../../istio/model/snapshot';

const ANY: readonly EffectiveMode[] = ['DISABLE', 'PERMISSIVE', 'STRICT'];

/** What the mesh level may come to: one mode where the input says it, all where it does not. */
export function possibleMeshModes({ meshPolicies, profile }: MeshSnapshot): readonly EffectiveMode[] {
  if (meshPolicies.length === 0 && profile.meshMode !== undefined) { return [profile.meshMode]; }
  return resolvedModes(meshPolicies, profile.complete ? ['PERMISSIVE'] : ANY, ['PERMISSIVE']);
}

/** What a workload policy of this namespace may inherit (sidecar.md C7, C8). */
export function possibleNamespaceModes(mesh: MeshSnapshot, namespace: string | undefined): readonly EffectiveMode[] {
  const inherited = possibleMeshModes(mesh);
  if (namespace === mesh.profile.rootNamespace) { return inherited; }
  return resolvedModes(mesh.namespacePolicies(namespace), mesh.profile.complete ? inherited : ANY, inherited);
}

/** What a mode comes to above a known parent. */
export function resolvedMode(mode: Mode, parent: EffectiveMode): EffectiveMode {
  return mode === 'UNSET' ? parent : mode;
}

/** Any of several policies may be the oldest. */
function resolvedModes(candidates: readonly Policy[], absent: readonly EffectiveMode[], parents: readonly EffectiveMode[]): readonly EffectiveMode[] {
  if (candidates.length === 0) { return absent; }
  return ANY.filter((mode) => candidates.some((candidate) => parents.some((parent) => resolvedMode(candidate.mode, parent) === mode)));
}
