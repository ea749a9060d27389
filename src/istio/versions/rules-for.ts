import { compareVersions } from './compare-versions';
import { NEWEST_MODELLED, OLDEST_MODELLED, VERSION_RULES, VersionRule, VersionRuleId } from './version-rules';
import { IstioVersion, Profile } from '../model/profile';

/** `depends`: the patch release decides, which a profile does not give. */
export type Holds = 'yes' | 'no' | 'depends';

type Versioned = Pick<Profile, 'istioVersion'>;

/** Whether a rule holds in the release of the mesh; without a release, the newest that is modelled counts. */
export function holds(id: VersionRuleId, { istioVersion }: Versioned): Holds {
  const rule = VERSION_RULES.find(candidate => candidate.id === id);
  if (rule === undefined) throw new Error(`no version rule is called ${id}`);
  return holdsIn(rule, istioVersion ?? NEWEST_MODELLED);
}

/** The rules that hold in the release of the mesh for certain. */
export function rulesFor({ istioVersion }: Versioned): readonly VersionRule[] {
  return VERSION_RULES.filter(rule => holdsIn(rule, istioVersion ?? NEWEST_MODELLED) === 'yes');
}

/** What a reader of answers should know about the release of the mesh; nothing for the newest, or when none is given. */
export function versionNotes({ istioVersion }: Versioned): readonly string[] {
  if (istioVersion === undefined) return [];
  const missing = VERSION_RULES.filter(rule => holdsIn(rule, istioVersion) !== 'yes').map(rule => differenceNote(rule, istioVersion));
  return [...rangeNote(istioVersion), ...missing];
}

function holdsIn(rule: VersionRule, version: IstioVersion): Holds {
  if (compareVersions(version, rule.since) >= 0) return 'yes';
  return rule.patchedSince !== undefined && compareVersions(version, rule.patchedSince) >= 0 ? 'depends' : 'no';
}

function rangeNote(version: IstioVersion): readonly string[] {
  if (compareVersions(version, OLDEST_MODELLED) < 0) {
    return [`Istio ${shown(version)} is not modelled: answers are those of ${shown(OLDEST_MODELLED)} and newer`];
  }
  if (compareVersions(version, NEWEST_MODELLED) > 0) {
    return [`Istio ${shown(version)} is newer than the model: answers are those of ${shown(NEWEST_MODELLED)}`];
  }
  return [];
}

function differenceNote(rule: VersionRule, version: IstioVersion): string {
  const when = holdsIn(rule, version) === 'depends' ? `in early patch releases of ${shown(version)}` : `in Istio ${shown(version)}`;
  return `${when}, ${rule.before} (${rule.source}; since ${shown(rule.since)})`;
}

function shown({ major, minor }: IstioVersion): string {
  return `${major}.${minor}`;
}
