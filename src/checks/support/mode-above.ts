import { resolvedMode } from './possible-modes';
import { sameApply } from './same-apply';
import { EffectiveMode } from '../../istio/model/mode';
import { Policy } from '../../istio/model/policy';
import { MeshSnapshot } from '../../istio/model/snapshot';

/** What the levels above a policy say. */
export interface ModeAbove {
  readonly mode: EffectiveMode;
  /** `undefined`: the profile says so, or Istio's default. */
  readonly policy: Policy | undefined;
}

const STRENGTH: readonly EffectiveMode[] = ['DISABLE', 'PERMISSIVE', 'STRICT'];

export function isWeaker(mode: EffectiveMode, than: EffectiveMode): boolean {
  return STRENGTH.indexOf(mode) < STRENGTH.indexOf(than);
}

/**
 * The mode that holds where a policy says nothing, as far as anybody says one; `undefined`: nobody does, in this input.
 * Of several policies that may each be the one that counts, the strongest.
 */
export function modeAbove(mesh: MeshSnapshot, policy: Policy): ModeAbove | undefined {
  // sidecar.md C7: above the mesh policy there is only Istio's default
  if (policy.scope === 'mesh') { return { mode: 'PERMISSIVE', policy: undefined }; }
  const above = meshSays(mesh);
  if (policy.scope === 'namespace') { return above; }
  const parents = mesh.namespacePolicies(policy.namespace).filter((parent) => policy.namespace !== undefined || sameApply([parent, policy]));
  return parents.length === 0 ? above : strongest(parents.map((parent) => said(parent, above)));
}

function meshSays({ meshPolicies, profile }: MeshSnapshot): ModeAbove | undefined {
  if (meshPolicies.length > 0) { return strongest(meshPolicies.map((policy) => said(policy, { mode: 'PERMISSIVE', policy }))); }
  return profile.meshMode && { mode: profile.meshMode, policy: undefined };
}

function said(policy: Policy, above: ModeAbove | undefined): ModeAbove | undefined {
  return policy.mode === 'UNSET' ? above : { mode: resolvedMode(policy.mode, 'PERMISSIVE'), policy };
}

function strongest(all: readonly (ModeAbove | undefined)[]): ModeAbove | undefined {
  return all.reduce((found, one) => found === undefined || (one !== undefined && isWeaker(found.mode, one.mode)) ? one : found);
}
