import { readFileSync } from 'node:fs';
import { ProfileFields, profileFieldsOf } from './profile-fields';
import { UsageError } from './usage-error';
import { DEFAULT_CAPS } from '../files/caps';
import { parseYaml } from '../files/parse-yaml';
import { fieldsOf } from '../istio/admission/fields';
import { shown } from '../istio/admission/shown';
import { DEFAULT_MESH, ProfileInput } from '../istio/model/profile';

/** What the command line says about profiles. */
export interface ProfileValues {
  readonly 'profile'?: string;
  readonly 'complete'?: boolean;
  readonly 'root-namespace'?: string;
  readonly 'data-plane'?: string;
  readonly 'istio-version'?: string;
}

/** One profile for each mesh that has paths: from the file, and over it from the command line. `meshes` is empty when none was named. */
export function profilesOf(values: ProfileValues, meshes: readonly string[]): ProfileFields[] {
  const given = commandLineProfile(values);
  const described = values.profile === undefined ? [] : profilesIn(values.profile);
  if (meshes.length === 0) {
    if (described.length > 1) { throw new UsageError(`${values.profile} describes ${described.length} meshes; say which paths belong to each with --mesh NAME=PATH`); }
    return [{ mesh: DEFAULT_MESH, ...described[0], ...given }];
  }
  const stray = described.find(({ mesh = DEFAULT_MESH }) => !meshes.includes(mesh));
  if (stray !== undefined) { throw new UsageError(`${values.profile} describes mesh ${shown(stray.mesh ?? DEFAULT_MESH)}, which has no path; give it --mesh NAME=PATH`); }
  return meshes.map((mesh) => ({ ...described.find((profile) => (profile.mesh ?? DEFAULT_MESH) === mesh), ...given, mesh }));
}

function commandLineProfile(values: ProfileValues): ProfileInput {
  const options = new Map<string, readonly [option: string, value: unknown]>([
    ['complete', ['--complete', values.complete]],
    ['rootNamespace', ['--root-namespace', values['root-namespace']]],
    ['dataPlane', ['--data-plane', values['data-plane']]],
    ['istioVersion', ['--istio-version', values['istio-version']]],
  ]);
  return profileFieldsOf([...options].map(([field, [, value]]) => [field, value] as const), (field) => options.get(field)![0]);
}

/** One profile, or a list of them with a `mesh` each. */
function profilesIn(file: string): ProfileInput[] {
  const { value, fault } = parseYaml(textOf(file), DEFAULT_CAPS);
  if (fault !== undefined) { throw new UsageError(`the profile ${file}:${fault.line} cannot be read: ${fault.message}`); }
  const profiles = (Array.isArray(value) ? value : [value]).map((one: unknown) => {
    const fields = fieldsOf(one);
    if (fields === undefined) { throw new UsageError(`the profile ${file} holds ${shown(one)}; write fields such as rootNamespace, or a list of such profiles`); }
    return profileFieldsOf(Object.entries(fields), (field) => `${file}: ${field}`);
  });
  const names = profiles.map(({ mesh = DEFAULT_MESH }) => mesh);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) { throw new UsageError(`the profile ${file} describes mesh ${shown(twice)} twice; give each profile a mesh of its own`); }
  return profiles;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`cannot read the profile '${file}' (${(error as NodeJS.ErrnoException).code})`);
  }
}
