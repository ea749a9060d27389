import { ProfileInput } from '../istio/model/profile';

/** What an error does at synth. */
export type EnforcementLevel = 'FAIL' | 'REPORT' | 'OFF';

/** What a MeshProfile says. A field that is not given says nothing. */
export interface MeshSettings extends ProfileInput {
  readonly mesh: string;
  readonly enforcement?: EnforcementLevel;
  /** ISO date. */
  readonly today?: string;
}

/** Both say the same, or one says nothing. */
export function contradiction(one: MeshSettings, other: MeshSettings): keyof MeshSettings | undefined {
  return (Object.keys(one) as (keyof MeshSettings)[]).find((field) =>
    one[field] !== undefined && other[field] !== undefined && JSON.stringify(one[field]) !== JSON.stringify(other[field]));
}

/** All that is said about one mesh. Without contradictions, the order of the parts does not matter. */
export function joined(parts: readonly MeshSettings[]): Omit<MeshSettings, 'mesh'> {
  const given = parts.flatMap((part) => Object.entries(part).filter(([, value]) => value !== undefined));
  return Object.fromEntries(given) as Omit<MeshSettings, 'mesh'>;
}
