import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Testing } from 'cdk8s';
import { parse } from 'yaml';
import { ClientTls, MtlsDestinationRule } from '../../src';
import { chartIn } from './support/objects';

const VERIFICATION = { sni: 'vendor.example', subjectAltNames: ['spiffe://vendor'] };
const FILES = { clientCertificate: '/certs/tls.crt', privateKey: '/certs/tls.key', caCertificates: '/certs/ca.crt', caCrl: '/certs/ca.crl' };

const TABLE: [string, ClientTls, Record<string, unknown>][] = [
  ['DISABLE', ClientTls.disable(), { mode: 'DISABLE' }],
  ['SIMPLE', ClientTls.simple(), { mode: 'SIMPLE' }],
  ['SIMPLE with files', ClientTls.simple({ ...VERIFICATION, caCertificates: '/certs/ca.crt', caCrl: '/certs/ca.crl' }),
    { mode: 'SIMPLE', ...VERIFICATION, caCertificates: '/certs/ca.crt', caCrl: '/certs/ca.crl' }],
  ['SIMPLE with a credential', ClientTls.simple({ ...VERIFICATION, credentialName: 'vendor' }), { mode: 'SIMPLE', ...VERIFICATION, credentialName: 'vendor' }],
  ['SIMPLE without verification', ClientTls.simple({ insecureSkipVerify: true }), { mode: 'SIMPLE', insecureSkipVerify: true }],
  ['MUTUAL with files', ClientTls.mutual({ ...VERIFICATION, ...FILES }), { mode: 'MUTUAL', ...VERIFICATION, ...FILES }],
  ['MUTUAL with a credential', ClientTls.mutual({ credentialName: 'vendor', insecureSkipVerify: true }),
    { mode: 'MUTUAL', credentialName: 'vendor', insecureSkipVerify: true }],
  ['ISTIO_MUTUAL', ClientTls.istioMutual(), { mode: 'ISTIO_MUTUAL' }],
  ['ISTIO_MUTUAL with names', ClientTls.istioMutual(VERIFICATION), { mode: 'ISTIO_MUTUAL', ...VERIFICATION }],
];

test.each(TABLE)('%s', (_, tls, expected) => {
  const chart = chartIn();
  new MtlsDestinationRule(chart, 'rule', { host: 'vendor.example', tls });
  expect(Testing.synth(chart)[0].spec.trafficPolicy.tls).toEqual(expected);
});

test('every TLS field that the CRD has can be written', () => {
  const folder = join(__dirname, '../../crds');
  const definitions = readdirSync(folder).map((name) => parse(readFileSync(join(folder, name), 'utf8')));
  const rule = definitions.find(({ spec }) => spec.names.kind === 'DestinationRule');
  const fields = Object.keys(rule.spec.versions[0].schema.openAPIV3Schema.properties.spec.properties.trafficPolicy.properties.tls.properties);
  expect([...new Set(TABLE.flatMap(([,, block]) => Object.keys(block)))].sort()).toEqual(fields.sort());
});
