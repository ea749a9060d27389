import { Check, Observation } from './check';
import { mayBeFragment } from './support/fragment';
import { listed } from './support/listed';
import { TlsBlock, tlsBlocks } from './support/tls-blocks';
import { admitDestinationRule } from '../istio/admission/admit-destination-rule';
import { Rule, TlsSettings } from '../istio/model/rule';

export const tlsWithoutMode: Check = {
  id: 'MTLS501',
  name: 'tls-without-mode',
  why: 'a `tls` block without `mode` means DISABLE: it switches auto mTLS off and sends plaintext, whatever else stands in the block',
  sources: ['sidecar.md B1', 'sidecar.md E4', 'https://istio.io/latest/docs/reference/config/networking/destination-rule/#ClientTLSSettings'],
  severity: 'Error if other fields of the block show that TLS is meant; warning for a bare `tls: {}`, and for what a Kustomize patch may leave to its base.',
  fix: 'write the mode, or remove the `tls` block to leave it to auto mTLS',
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
  trafficPolicy:
    tls:
      mode: SIMPLE
      sni: api.payments.example
      subjectAltNames:
      - api.payments.example
`,
  },

  *check({ mesh }) {
    for (const rule of mesh.rules) {
      const modeless = tlsBlocks(rule).filter(({ tls }) => !tls.modeGiven);
      if (modeless.length === 0) { continue; }
      // a word that is no mode reads as none: that is MTLS102
      const refused = new Set(admitDestinationRule(rule.object).refusals.map(({ path }) => path));
      const missing = modeless.filter(({ path }) => !refused.has(`${path}.mode`));
      if (missing.length > 0) { yield observe(rule, missing); }
    }
  },
};

const MESH_IDENTITY = 'spiffe://';

function observe(rule: Rule, modeless: readonly TlsBlock[]): Observation {
  const [worst] = [...modeless].sort((one, other) => intent(other.tls).length - intent(one.tls).length);
  const meant = intent(worst.tls);
  const others = modeless.filter((block) => block !== worst).map(({ path }) => path);
  const also = others.length === 0 ? '' : ` (and so ${others.length === 1 ? 'has' : 'have'} ${listed(others)})`;
  const despite = meant.length === 0 ? '' : `, although ${listed(meant)} ${meant.length === 1 ? 'asks' : 'ask'} for TLS`;
  return {
    // without a host it is no whole rule, and others may say the mode
    severity: meant.length > 0 && rule.host !== '' && !mayBeFragment(rule) ? 'error' : 'warning',
    resource: rule,
    path: worst.path,
    message: `${worst.path} has no mode${also}, which means DISABLE: clients send plaintext to ${rule.resolvedHost || 'its host'}${despite}`,
    fix: meant.length === 0
      ? `write mode: ISTIO_MUTUAL for mesh certificates, or mode: DISABLE if plaintext is meant, or remove ${worst.path} to leave it to auto mTLS`
      : `write mode: ${modeMeantBy(worst.tls)} in ${worst.path}`,
  };
}

/** Fields that have no meaning without TLS. */
function intent(tls: TlsSettings): readonly string[] {
  const texts = (['credentialName', 'clientCertificate', 'privateKey', 'caCertificates', 'caCrl', 'sni'] as const).filter((field) => Boolean(tls[field]));
  return [
    ...texts,
    ...tls.subjectAltNames.length > 0 ? ['subjectAltNames'] : [],
    ...tls.insecureSkipVerify ? ['insecureSkipVerify'] : [],
  ];
}

function modeMeantBy({ clientCertificate, privateKey, credentialName, subjectAltNames }: TlsSettings): string {
  if (clientCertificate || privateKey) { return 'MUTUAL'; }
  if (credentialName) { return 'SIMPLE, or MUTUAL if the server asks for the certificate'; }
  return subjectAltNames.some((name) => name.startsWith(MESH_IDENTITY)) ? 'ISTIO_MUTUAL' : 'SIMPLE';
}
