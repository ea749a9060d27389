import { Check, Observation } from './check';
import { credentialClients } from './support/credential-clients';
import { listed } from './support/listed';
import { mayBeRoutedApart } from './support/routed-apart';
import { tlsBlockPath } from './support/tls-block-path';
import { TlsBlock, tlsBlocks } from './support/tls-blocks';
import { Rule, TlsSettings } from '../istio/model/rule';
import { MeshSnapshot } from '../istio/model/snapshot';

export const credentialFailsOpen: Check = {
  id: 'MTLS503',
  name: 'credential-fails-open',
  why: 'sidecars read a Secret only for a rule that selects them: with `credentialName` and without `workloadSelector` they get no TLS at all and send plaintext, while gateways honour it',
  sources: ['sidecar.md E9', 'sidecar.md D14', 'https://istio.io/latest/docs/reference/config/networking/destination-rule/#ClientTLSSettings-credential_name'],
  severity: 'Error if the clients are provably sidecars and no gateway can be meant; warning if the input leaves that open; silent where the rule lives with a gateway and no sidecar.',
  fix: 'select the clients with `workloadSelector`, or mount the certificates into the sidecars and name the files',
  peers: [],
  bad: {
    yaml: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: payments
  namespace: production
spec:
  host: api.payments.example
  trafficPolicy:
    tls:
      mode: MUTUAL
      credentialName: payments-client
      sni: api.payments.example
      subjectAltNames:
      - api.payments.example
`,
  },
  good: {
    yaml: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: payments
  namespace: production
spec:
  host: api.payments.example
  workloadSelector:
    matchLabels:
      app: checkout
  trafficPolicy:
    tls:
      mode: MUTUAL
      credentialName: payments-client
      sni: api.payments.example
      subjectAltNames:
      - api.payments.example
`,
  },

  *check({ mesh }) {
    for (const rule of mesh.rules) {
      if (rule.workloadSelector !== undefined) { continue; }
      const blocks = tlsBlocks(rule).filter(({ tls }) => readsSecret(tls));
      const observation = blocks.length === 0 ? undefined : observe(mesh, rule, blocks);
      if (observation !== undefined) { yield observation; }
    }
  },
};

const CONFIG_MAP = 'configmap://';

function readsSecret({ mode, credentialName }: TlsSettings): boolean {
  return (mode === 'SIMPLE' || mode === 'MUTUAL') && Boolean(credentialName) && credentialName?.startsWith(CONFIG_MAP) === false;
}

function observe(mesh: MeshSnapshot, rule: Rule, [block, ...others]: readonly TlsBlock[]): Observation | undefined {
  const { tls } = block;
  const { sidecars, gateways } = credentialClients(mesh, rule);
  if (gateways === 'at-home') { return undefined; }
  const proven = sidecars.length > 0 && gateways === 'none' && !mayBeRoutedApart(rule);
  const also = others.length === 0 ? '' : `, and so in ${listed(others.map(tlsBlockPath))}`;
  const who = proven ? `so the sidecars in ${listed(sidecars)} send plaintext` : 'so sidecars send plaintext, and only gateways use it';
  return {
    severity: proven ? 'error' : 'warning',
    resource: rule,
    path: `${tlsBlockPath(block)}.credentialName`,
    message: `credentialName ${tls.credentialName} is read by sidecars only under a workloadSelector, which is missing${also}: ${who} towards ${rule.resolvedHost}`,
    fix: `add spec.workloadSelector.matchLabels for the clients, with the Secret in ${rule.namespace === undefined ? 'its namespace' : `namespace ${rule.namespace}`}, `
      + `or mount the certificates and write ${tls.mode === 'MUTUAL' ? 'clientCertificate, privateKey and caCertificates' : 'caCertificates'} instead`,
  };
}
