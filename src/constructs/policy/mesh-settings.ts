import { exportToProblems } from '../../istio/admission/export-to-problems';
import { isAbsent } from '../../istio/admission/fields';
import { fullDomainReason } from '../../istio/admission/host-problem';
import { namespaceProblem } from '../../istio/admission/kubernetes-problems';
import { shown } from '../../istio/admission/shown';
import { EffectiveMode } from '../../istio/model/mode';
import { DEFAULT_MESH, IstioVersion } from '../../istio/model/profile';
import { MeshSettings } from '../../tree/mesh-settings';
import { DataPlane } from '../data-plane';
import { Enforcement } from '../enforcement';
import { MeshProfileProps } from '../mesh-profile-props';
import { MtlsMode } from '../mtls-mode';
import { checkedDate } from '../values/calendar-date';
import { checkedBoolean } from '../values/checked-boolean';
import { checkedMode } from '../values/checked-mode';
import { checkedText } from '../values/checked-text';
import { oneOf } from '../values/one-of';
import { refuse, refuseAny } from '../values/refuse';

/** The checked settings of a profile; what was not given stays undefined. */
export function meshSettings(props: MeshProfileProps): MeshSettings {
  return {
    mesh: checkedText('mesh', props.mesh ?? DEFAULT_MESH, 'give the mesh a name'),
    rootNamespace: ifGiven(props.rootNamespace, rootNamespace),
    clusterDomain: ifGiven(props.clusterDomain, (domain) => domainName('clusterDomain', domain)),
    trustDomain: ifGiven(props.trustDomain, (domain) => domainName('trustDomain', domain)),
    autoMtls: checkedBoolean('autoMtls', props.autoMtls),
    dataPlane: ifGiven(props.dataPlane, (dataPlane) => oneOf('dataPlane', DataPlane, dataPlane)),
    istioVersion: ifGiven(props.istioVersion, istioVersion),
    meshMode: ifGiven(props.meshMode, meshMode),
    defaultRuleExportTo: ifGiven(props.defaultRuleExportTo, defaultRuleExportTo),
    complete: checkedBoolean('complete', props.complete),
    enforcement: ifGiven(props.enforcement, (enforcement) => oneOf('enforcement', Enforcement, enforcement)),
    today: ifGiven(props.today, (today) => checkedDate('today', today)),
  };
}

function ifGiven<T, R>(value: T | undefined, checked: (value: T) => R): R | undefined {
  return isAbsent(value) ? undefined : checked(value);
}

function rootNamespace(namespace: string): string {
  refuse(namespaceProblem(namespace));
  return namespace;
}

function domainName(what: string, domain: string): string {
  const reason = fullDomainReason(checkedText(what, domain, 'write a DNS name'));
  if (reason !== undefined) throw new Error(`${what} ${shown(domain)} is refused: ${reason}`);
  return domain;
}

function meshMode(mode: MtlsMode): EffectiveMode {
  if (checkedMode(mode) === MtlsMode.UNSET) throw new Error('meshMode UNSET is PERMISSIVE for a mesh; write PERMISSIVE');
  return mode as EffectiveMode;
}

function istioVersion(version: string): IstioVersion {
  const parts = /^(\d+)\.(\d+)(\.\d+)?$/.exec(version);
  if (parts === null) throw new Error(`istioVersion ${shown(version)} is no release of Istio; write it such as "1.30" or "1.30.2"`);
  return { major: Number(parts[1]), minor: Number(parts[2]) };
}

function defaultRuleExportTo(exportTo: string[]): string[] {
  if (!Array.isArray(exportTo)) throw new Error(`defaultRuleExportTo ${shown(exportTo)} is no list; write it as ["."] or ["*"]`);
  refuseAny(exportToProblems(exportTo, { namespace: undefined, hasWorkloadSelector: false }));
  return [...exportTo];
}
