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
import { plaintextToStrict } from './mtls401-plaintext-to-strict';
import { mutualToNoProxy } from './mtls402-mutual-to-no-proxy';
import { oneWayTlsToSidecar } from './mtls403-one-way-tls-to-sidecar';
import { strictHiddenByParent } from './mtls404-strict-hidden-by-parent';
import { headlessAllOrNothing } from './mtls405-headless-all-or-nothing';
import { tlsWithoutMode } from './mtls501-tls-without-mode';
import { portSettingsDropTls } from './mtls502-port-settings-drop-tls';
import { credentialFailsOpen } from './mtls503-credential-fails-open';
import { ignoredCertificateFields } from './mtls504-ignored-certificate-fields';
import { meshUnsetIsPermissive } from './mtls505-mesh-unset-is-permissive';
import { undocumentedException } from './mtls506-undocumented-exception';
import { exceptionOverdue } from './mtls507-exception-overdue';
import { exceptionTooWide } from './mtls508-exception-too-wide';
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
  plaintextToStrict,
  mutualToNoProxy,
  oneWayTlsToSidecar,
  strictHiddenByParent,
  headlessAllOrNothing,
  tlsWithoutMode,
  portSettingsDropTls,
  credentialFailsOpen,
  ignoredCertificateFields,
  meshUnsetIsPermissive,
  undocumentedException,
  exceptionOverdue,
  exceptionTooWide,
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
