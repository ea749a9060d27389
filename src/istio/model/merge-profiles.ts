import { Problem } from './manifest';
import { DEFAULT_MESH, Profile, ProfileInput, profileOf } from './profile';

/** One profile a mesh: what the first leaves open is taken from the next; a contradiction is a problem, and the first counts. */
export function mergeProfiles(inputs: readonly ProfileInput[], problems: Problem[]): readonly Profile[] {
  const meshes = new Map<string, Map<string, unknown>>();
  for (const input of inputs) {
    const mesh = input.mesh ?? DEFAULT_MESH;
    const fields = meshes.get(mesh) ?? new Map<string, unknown>([['mesh', mesh]]);
    meshes.set(mesh, fields);
    for (const [field, value] of Object.entries(input)) {
      if (value === undefined) continue;
      if (!fields.has(field)) fields.set(field, value);
      else if (JSON.stringify(fields.get(field)) !== JSON.stringify(value)) problems.push(contradiction(mesh, field, fields.get(field), value));
    }
  }
  return [...meshes.values()].map(fields => profileOf(Object.fromEntries(fields)));
}

function contradiction(mesh: string, field: string, first: unknown, second: unknown): Problem {
  return Object.freeze({
    mesh,
    origin: Object.freeze({}),
    path: field,
    message: `two profiles of mesh ${mesh} say ${JSON.stringify(first)} and ${JSON.stringify(second)}; remove one`,
    object: 'profile',
  });
}
