import { ClientTls } from './client-tls-answer';
import { TlsClient } from './client-tls-question';
import { TlsSettings } from '../model/rule';
import { ConsolidatedRule } from '../rule-selection/consolidated-rule';

export interface RuleTls {
  readonly sends: ClientTls;
  readonly failsOpen: boolean;
  /** istiod gives up on the cluster's transport: no tunnel either. */
  readonly broken: boolean;
  readonly rules: readonly string[];
}

const CONFIG_MAP = 'configmap://';

/** What a `tls` block makes a proxy send (sidecar.md E4, E6-E11). */
export function ruleTls(tls: TlsSettings, rule: ConsolidatedRule, client: TlsClient, meshExternal: boolean): RuleTls {
  switch (tls.mode) {
    case 'DISABLE':
      return sent('plaintext', 'sidecar.md E4');
    case 'SIMPLE':
      return isDeniedToSidecars(tls, rule, client) ? failed(false, 'sidecar.md E9') : sent('tls', 'sidecar.md E7');
    case 'ISTIO_MUTUAL':
      return client.metadataCertificates && !meshExternal ? sent('custom-mtls', 'sidecar.md E11') : sent('mtls', 'sidecar.md E6');
    case 'MUTUAL':
      if (client.metadataCertificates && !meshExternal) return sent('custom-mtls', 'sidecar.md E11');
      if (isDeniedToSidecars(tls, rule, client)) return failed(false, 'sidecar.md E9');
      return hasCertificate(tls) ? sent('custom-mtls', 'sidecar.md E7') : failed(true, 'sidecar.md E10');
  }
}

/** Sidecars read secrets only for rules that select them; gateways and ConfigMaps are free. */
function isDeniedToSidecars({ credentialName }: TlsSettings, { workloadSelector }: ConsolidatedRule, { proxy }: TlsClient): boolean {
  const secret = credentialName !== undefined && credentialName !== '' && !credentialName.startsWith(CONFIG_MAP);
  return secret && proxy === 'sidecar' && workloadSelector === undefined;
}

function hasCertificate({ credentialName, clientCertificate, privateKey }: TlsSettings): boolean {
  return Boolean(credentialName) || (Boolean(clientCertificate) && Boolean(privateKey));
}

function sent(sends: ClientTls, rule: string): RuleTls {
  return { sends, failsOpen: false, broken: false, rules: [rule] };
}

function failed(broken: boolean, rule: string): RuleTls {
  return { sends: 'plaintext', failsOpen: true, broken, rules: [rule] };
}
