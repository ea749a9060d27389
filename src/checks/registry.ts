import { Check, CheckDescription } from './check';
import { unreadableInput } from './mtls001-unreadable-input';
import { checkFailed } from './mtls002-check-failed';
import { unusedAcknowledgement } from './mtls003-unused-acknowledgement';
import { invalidPeerAuthentication } from './mtls101-invalid-peer-authentication';
import { invalidDestinationRule } from './mtls102-invalid-destination-rule';
import { duplicateObject } from './mtls103-duplicate-object';
import { selectorInRootNamespace } from './mtls201-selector-in-root-namespace';
import { meshPolicyElsewhere } from './mtls202-mesh-policy-elsewhere';
import { servicePortInPolicy } from './mtls203-service-port-in-policy';
import { workloadOutsideMesh } from './mtls205-workload-outside-mesh';
import { portBypassesProxy } from './mtls206-port-bypasses-proxy';
import { hostNotExpanded } from './mtls207-host-not-expanded';
import { emptySelector } from './mtls210-empty-selector';
import { noOpOverride } from './mtls211-no-op-override';
import { ruleIgnoredByAmbient } from './mtls213-rule-ignored-by-ambient';
import { duplicateScope } from './mtls301-duplicate-scope';
import { overlappingWorkloadPolicies } from './mtls302-overlapping-workload-policies';
import { duplicateRuleHost } from './mtls303-duplicate-rule-host';
import { mutualToNoProxy } from './mtls402-mutual-to-no-proxy';
import { meshUnsetIsPermissive } from './mtls505-mesh-unset-is-permissive';
import { ambientDisableIsPermissive } from './mtls601-ambient-disable-is-permissive';
import { ambientDisablePortIgnored } from './mtls602-ambient-disable-port-ignored';
import { ambientStrictPortLost } from './mtls603-ambient-strict-port-lost';
import { ambientWorkloadOpensUp } from './mtls604-ambient-workload-opens-up';
import { mixedDataPlanes } from './mtls605-mixed-data-planes';
import { oldApiVersion } from './mtls701-old-api-version';

/** Every check, by id. A new check is a file and one line here. */
export const CHECKS: readonly Check[] = [
  invalidPeerAuthentication,
  invalidDestinationRule,
  duplicateObject,
  selectorInRootNamespace,
  meshPolicyElsewhere,
  servicePortInPolicy,
  workloadOutsideMesh,
  portBypassesProxy,
  hostNotExpanded,
  emptySelector,
  noOpOverride,
  ruleIgnoredByAmbient,
  duplicateScope,
  overlappingWorkloadPolicies,
  duplicateRuleHost,
  mutualToNoProxy,
  meshUnsetIsPermissive,
  ambientDisableIsPermissive,
  ambientDisablePortIgnored,
  ambientStrictPortLost,
  ambientWorkloadOpensUp,
  mixedDataPlanes,
  oldApiVersion,
];

/** Every id that a report can show: the engine itself speaks for the first three. */
export const DESCRIPTIONS: readonly CheckDescription[] = [
  unreadableInput,
  checkFailed,
  unusedAcknowledgement,
  ...CHECKS,
];

const BY_ID = new Map(DESCRIPTIONS.map((description) => [description.id, description]));

export function descriptionOf(id: string): CheckDescription | undefined {
  return BY_ID.get(id);
}

/** Whether somebody may take responsibility for findings of this id. */
export function isAcknowledgeable(id: string): boolean {
  return descriptionOf(id)?.acknowledgeable !== false;
}
