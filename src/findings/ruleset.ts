import { Severity } from '../checks/severity';

/** What a ruleset, or a surface on top of it, makes of an id. */
export type SeverityOverride = Severity | 'off';

/** Which checks speak, and how loud. */
export interface Ruleset {
  readonly name: string;
  /** A new check, or a higher severity, enters with a new version only: an update never breaks a build that passed. */
  readonly version: string;
  readonly ids: readonly string[];
  readonly severities: ReadonlyMap<string, SeverityOverride>;
}

const IDS_1_0: readonly string[] = [
  'MTLS001', 'MTLS002', 'MTLS003',
  'MTLS101', 'MTLS102', 'MTLS103',
  'MTLS201', 'MTLS202', 'MTLS203', 'MTLS204', 'MTLS205', 'MTLS206', 'MTLS207', 'MTLS208', 'MTLS209', 'MTLS210', 'MTLS211', 'MTLS212', 'MTLS213',
  'MTLS301', 'MTLS302', 'MTLS303',
  'MTLS401', 'MTLS402', 'MTLS403', 'MTLS404', 'MTLS405', 'MTLS406', 'MTLS407', 'MTLS408', 'MTLS409', 'MTLS410', 'MTLS411', 'MTLS412',
  'MTLS501', 'MTLS502', 'MTLS503', 'MTLS504', 'MTLS505', 'MTLS506', 'MTLS507', 'MTLS508', 'MTLS509', 'MTLS510', 'MTLS511',
  'MTLS601', 'MTLS602', 'MTLS603', 'MTLS604', 'MTLS605',
  'MTLS701', 'MTLS702',
];

/** The checks as they are: errors are proofs. */
export const RECOMMENDED: Ruleset = { name: 'recommended', version: '1.0', ids: IDS_1_0, severities: new Map() };

/** For meshes in which no exception may go undocumented, and no identity may rest on plaintext. */
export const STRICT: Ruleset = {
  name: 'strict',
  version: '1.0',
  ids: IDS_1_0,
  severities: new Map([['MTLS506', 'error'], ['MTLS507', 'error'], ['MTLS509', 'error']]),
};

export const RULESETS: readonly Ruleset[] = [RECOMMENDED, STRICT];

/** `strict`, or `strict@1.0` to stay at a version; a name alone is its newest version. */
export function rulesetOf(wanted: string): Ruleset {
  const found = [...RULESETS].reverse().find(({ name, version }) => wanted === name || wanted === `${name}@${version}`);
  if (found === undefined) {
    const known = RULESETS.map(({ name, version }) => `${name}@${version}`).join(', ');
    throw new Error(`no ruleset is called '${wanted}'; there are ${known}, or the name without version for the newest`);
  }
  return found;
}
