import { DataPlane } from './data-plane';
import { EffectiveMode } from './mode';

/** An Istio release, as far as rules differ between releases. */
export interface IstioVersion {
  readonly major: number;
  readonly minor: number;
}

/** What manifests cannot tell, for one mesh. */
export interface Profile {
  readonly mesh: string;
  readonly rootNamespace: string;
  /** Whether somebody said the root namespace, or the default was taken. */
  readonly rootNamespaceDeclared: boolean;
  readonly clusterDomain: string;
  readonly trustDomain: string;
  /** `meshConfig.enableAutoMtls` */
  readonly autoMtls: boolean;
  /** Data plane of workloads without evidence of their own. */
  readonly dataPlane: DataPlane;
  readonly istioVersion: IstioVersion | undefined;
  /** Mode of the mesh policy if others own it and it is not in the input. */
  readonly meshMode: EffectiveMode | undefined;
  /** Whether the manifests are all there is. If not, absence proves nothing. */
  readonly complete: boolean;
  /** `meshConfig.defaultDestinationRuleExportTo` */
  readonly defaultRuleExportTo: readonly string[];
}

const DEFAULTS: Omit<Profile, 'mesh' | 'rootNamespaceDeclared'> = {
  rootNamespace: 'istio-system',
  clusterDomain: 'cluster.local',
  trustDomain: 'cluster.local',
  autoMtls: true,
  dataPlane: 'unknown',
  istioVersion: undefined,
  meshMode: undefined,
  complete: false,
  defaultRuleExportTo: ['*'],
};

export type ProfileInput = Partial<Omit<Profile, 'rootNamespaceDeclared'>>;

export const DEFAULT_MESH = 'default';

/** Fills in Istio's defaults. */
export function profileOf(input: ProfileInput = {}): Profile {
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as ProfileInput;
  const profile = { ...DEFAULTS, mesh: DEFAULT_MESH, ...given };
  return Object.freeze({
    ...profile,
    rootNamespaceDeclared: given.rootNamespace !== undefined,
    istioVersion: profile.istioVersion === undefined ? undefined : Object.freeze({ ...profile.istioVersion }),
    defaultRuleExportTo: Object.freeze([...profile.defaultRuleExportTo]),
  });
}
