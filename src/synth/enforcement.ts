import { EnforcementLevel } from '../tree/mesh-settings';

export const ENFORCEMENT_VARIABLE = 'ISTIO_MTLS_ENFORCEMENT';

const LEVELS: readonly EnforcementLevel[] = ['FAIL', 'REPORT', 'OFF'];

/**
 * The level that the environment asks for: the way to ship in an emergency, without a change to the code. A word that is no level must not
 * weaken anything by accident, so it is refused.
 */
export function enforcementFromEnvironment(environment: Readonly<Record<string, string | undefined>>): EnforcementLevel | undefined {
  const value = environment[ENFORCEMENT_VARIABLE];
  if (value === undefined || value === '') return undefined;
  const level = LEVELS.find((known) => known === value.toUpperCase());
  if (level === undefined) throw new Error(`${ENFORCEMENT_VARIABLE} ${JSON.stringify(value)} is no level; set FAIL, REPORT or OFF, or unset it`);
  return level;
}
