import { MeshProfileProps } from '../constructs/mesh-profile-props';
import { meshSettings } from '../constructs/policy/mesh-settings';
import { checkedText } from '../constructs/values/checked-text';
import { oneOf } from '../constructs/values/one-of';
import { Threshold } from '../findings/report';
import { RECOMMENDED, Ruleset, rulesetOf } from '../findings/ruleset';
import { shown } from '../istio/admission/shown';
import { MeshSettings } from '../tree/mesh-settings';

/** What `properties:` of cdk8s.yaml said. */
export interface PluginSettings {
  readonly settings: MeshSettings;
  readonly failOn: Threshold;
  readonly ruleset: Ruleset;
}

const THRESHOLDS: Readonly<Record<string, Threshold>> = { error: 'error', warning: 'warning', info: 'info', never: 'never' };

const OWN = ['failOn', 'ruleset'];
const OF_THE_PROFILE = [
  'mesh', 'rootNamespace', 'clusterDomain', 'trustDomain', 'autoMtls', 'dataPlane', 'istioVersion', 'meshMode', 'defaultRuleExportTo', 'complete', 'today',
];

/** Refuses what it does not know: a misspelt property would weaken the check without a word. */
export function pluginSettings(properties: unknown): PluginSettings {
  if (typeof properties !== 'object' || properties === null || Array.isArray(properties)) {
    throw new Error(`properties ${shown(properties)} are no map; write them as \`name: value\` lines`);
  }
  const { failOn, ruleset, ...profile } = properties as Record<string, unknown>;
  for (const name of Object.keys(profile)) {
    if (!OF_THE_PROFILE.includes(name)) throw new Error(`property ${shown(name)} is not known; write one of ${[...OWN, ...OF_THE_PROFILE].join(', ')}`);
  }
  if (typeof profile.istioVersion === 'number') {
    throw new Error(`istioVersion ${profile.istioVersion} is a number, in which 1.30 and 1.3 are the same; put it in quotes`);
  }
  return {
    settings: meshSettings(profile as MeshProfileProps),
    failOn: failOn === undefined ? 'error' : oneOf('failOn', THRESHOLDS, failOn as string) as Threshold,
    ruleset: ruleset === undefined ? RECOMMENDED : rulesetOf(checkedText('ruleset', ruleset as string, 'write "recommended" or "strict"')),
  };
}
