import { Check, Observation } from './check';
import { listed } from './support/listed';
import { tlsBlockPath } from './support/tls-block-path';
import { TlsBlock, tlsBlocks } from './support/tls-blocks';
import { Rule, TlsSettings } from '../istio/model/rule';

export const ignoredCertificateFields: Check = {
  id: 'MTLS504',
  name: 'ignored-certificate-fields',
  why: 'under ISTIO_MUTUAL the proxy uses the certificates of the mesh, and under DISABLE none at all: certificate fields beside them are admitted and ignored without a word',
  sources: ['sidecar.md B7', 'sidecar.md E8', 'https://istio.io/latest/docs/reference/config/networking/destination-rule/#ClientTLSSettings'],
  severity: 'Always a warning: the fields do nothing.',
  fix: 'remove the fields, or write the mode that uses them: SIMPLE or MUTUAL',
  peers: [],
  bad: {
    yaml: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: payments
  namespace: production
spec:
  host: payments.production.svc.cluster.local
  trafficPolicy:
    tls:
      mode: ISTIO_MUTUAL
      clientCertificate: /etc/certs/tls.crt
      privateKey: /etc/certs/tls.key
`,
  },
  good: {
    yaml: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: payments
  namespace: production
spec:
  host: payments.production.svc.cluster.local
  trafficPolicy:
    tls:
      mode: ISTIO_MUTUAL
`,
  },

  *check({ mesh }) {
    for (const rule of mesh.rules) {
      const blocks = tlsBlocks(rule).filter(({ tls }) => ignoredFields(tls).length > 0);
      if (blocks.length > 0) { yield observe(rule, blocks); }
    }
  },
};

function observe(rule: Rule, [block, ...others]: readonly TlsBlock[]): Observation {
  const { tls } = block;
  const ignored = ignoredFields(tls);
  const also = others.length === 0 ? '' : `; the same in ${listed(others.map(tlsBlockPath))}`;
  const used = tls.mode === 'DISABLE' ? 'sends plaintext' : 'uses the certificates of the mesh';
  return {
    severity: 'warning',
    resource: rule,
    path: `${tlsBlockPath(block)}.${ignored[0]}`,
    message: `${tls.mode} ${used} and ignores ${listed(ignored, 8)} beside it${also}`,
    fix: `remove ${listed(ignored, 8)}, or write the mode that uses ${ignored.length === 1 ? 'it' : 'them'}: SIMPLE, or MUTUAL with a client certificate`,
  };
}

const CERTIFICATE_FIELDS = ['clientCertificate', 'privateKey', 'caCertificates', 'caCrl', 'credentialName'] as const;

/** `sni` and `subjectAltNames` count under ISTIO_MUTUAL (sidecar.md E6), but not in plaintext. */
function ignoredFields(tls: TlsSettings): readonly string[] {
  if (!tls.modeGiven || tls.mode === 'SIMPLE' || tls.mode === 'MUTUAL') { return []; }
  const plaintext = tls.mode === 'DISABLE';
  return [
    ...CERTIFICATE_FIELDS.filter((field) => Boolean(tls[field])),
    ...tls.insecureSkipVerify ? ['insecureSkipVerify'] : [],
    ...plaintext && tls.sni ? ['sni'] : [],
    ...plaintext && tls.subjectAltNames.length > 0 ? ['subjectAltNames'] : [],
  ];
}
