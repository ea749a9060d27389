import { Contest } from './contest';
import { ModeLevel, ModeStep } from './mode-answer';
import { Mode } from '../model/mode';
import { MeshSnapshot } from '../model/snapshot';

/** What happened at one level. */
export function modeStep(mesh: MeshSnapshot, level: ModeLevel, { winner, losers, contenders, ambiguous }: Contest): ModeStep {
  const mode = writtenMode(mesh, level, winner);
  return Object.freeze({ level, policy: winner, mode, losers, contenders, ambiguous, known: isKnown(mesh, level, winner) });
}

/** What a level says: its policy, or at mesh level the profile when others own the mesh policy. */
export function writtenMode(mesh: MeshSnapshot, level: ModeLevel, policy: { readonly mode: Mode } | undefined): Mode {
  return policy?.mode ?? (level === 'mesh' ? mesh.profile.meshMode : undefined) ?? 'UNSET';
}

function isKnown(mesh: MeshSnapshot, level: ModeLevel, policy: unknown): boolean {
  if (policy !== undefined || (level === 'mesh' && mesh.profile.meshMode !== undefined)) return true;
  return mesh.profile.complete && !hasHomelessPolicies(mesh);
}

/** A policy whose namespace is unknown may end up anywhere. */
function hasHomelessPolicies(mesh: MeshSnapshot): boolean {
  // Canonical order puts the unknown namespace first.
  return mesh.policies.length > 0 && mesh.policies[0].namespace === undefined;
}
