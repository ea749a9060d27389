import { tlsProblems } from '../../../src/istio/admission/tls-problems';

const files = { clientCertificate: 'cert', privateKey: 'key' };

function places(tls: unknown, namespace?: string): string[] {
  return tlsProblems(tls, namespace, 'tls').map(({ rule, path }) => `${rule.slice('sidecar.md '.length)} ${path}`);
}

describe('a tls block that is admitted', () => {
  test.each([
    [undefined], [null], [{}], [{ mode: 'DISABLE' }], [{ mode: 'SIMPLE' }], [{ mode: 'ISTIO_MUTUAL' }],
    [{ mode: 'MUTUAL', ...files }],
    [{ mode: 'MUTUAL', ...files, caCertificates: 'ca', caCrl: 'crl', subjectAltNames: ['a'] }],
    [{ mode: 'MUTUAL', ...files, insecureSkipVerify: true }],
    [{ mode: 'MUTUAL', ...files, insecureSkipVerify: true, subjectAltNames: [] }],
    [{ mode: 'MUTUAL', credentialName: 'c' }],
    [{ mode: 'MUTUAL', credentialName: 'c', insecureSkipVerify: true }],
    [{ mode: 'SIMPLE', ...files }],
    [{ mode: 'SIMPLE', credentialName: 'some credential', subjectAltNames: ['a'], insecureSkipVerify: false }],
    [{ mode: 'SIMPLE', insecureSkipVerify: true, sni: 'a' }],
    [{ mode: 'SIMPLE', credentialName: '', caCertificates: 'ca' }],
    // sidecar.md B7
    [{ mode: 'ISTIO_MUTUAL', ...files, credentialName: 'c', insecureSkipVerify: true, caCertificates: 'ca', subjectAltNames: ['a'] }],
    [{ mode: 'DISABLE', clientCertificate: 'cert', credentialName: 'c', insecureSkipVerify: true }],
    [{ clientCertificate: 'cert', credentialName: 'c' }],
  ])('%j', (tls) => {
    expect(places(tls, 'bar')).toEqual([]);
  });
});

describe('a tls block that is refused', () => {
  test.each([
    [{ mode: 'STRICT' }, ['B1 tls.mode']],
    [{ mode: 'MUTUAL' }, ['B3 tls.clientCertificate', 'B3 tls.privateKey']],
    [{ mode: 'MUTUAL', clientCertificate: 'c' }, ['B3 tls.privateKey']],
    [{ mode: 'MUTUAL', privateKey: 'k', clientCertificate: '' }, ['B3 tls.clientCertificate']],
    [{ mode: 'MUTUAL', credentialName: 'c', ...files, caCertificates: 'ca', caCrl: 'crl' },
      ['B4 tls.clientCertificate', 'B4 tls.privateKey', 'B4 tls.caCertificates', 'B4 tls.caCrl']],
    [{ mode: 'SIMPLE', credentialName: 'c', caCrl: 'crl' }, ['B4 tls.caCrl']],
    [{ mode: 'SIMPLE', insecureSkipVerify: true, caCertificates: 'ca' }, ['B5 tls.caCertificates']],
    [{ mode: 'SIMPLE', insecureSkipVerify: true, credentialName: 'c' }, ['B5 tls.credentialName']],
    [{ mode: 'SIMPLE', insecureSkipVerify: true, subjectAltNames: ['a'] }, ['B5 tls.subjectAltNames']],
    [{ mode: 'MUTUAL', ...files, insecureSkipVerify: true, caCertificates: 'ca', subjectAltNames: ['a'] },
      ['B5 tls.caCertificates', 'B5 tls.subjectAltNames']],
    [{ mode: 'MUTUAL', credentialName: 'c', insecureSkipVerify: true, caCertificates: 'ca' }, ['B5 tls.caCertificates', 'B4 tls.caCertificates']],
  ])('%j', (tls, expected) => {
    expect(places(tls, 'bar')).toEqual(expected);
  });
});

describe('a credential in a ConfigMap', () => {
  test.each([
    ['configmap://bar/ca', 'bar', []],
    ['configmap://bar/ca', undefined, []],
    ['configmap://other/ca', 'bar', ['B6 tls.credentialName']],
    ['configmap://ca', 'bar', ['B6 tls.credentialName']],
    ['configmap://bar/', undefined, ['B6 tls.credentialName']],
    ['configmap:///ca', 'bar', ['B6 tls.credentialName']],
    ['configmap://bar/ca/x', 'bar', ['B6 tls.credentialName']],
    ['kubernetes://bar', 'bar', []],
  ])('%s in %s', (credentialName, namespace, expected) => {
    expect(places({ mode: 'SIMPLE', credentialName }, namespace)).toEqual(expected);
  });
});

test.each(['DISABLE', 'SIMPLE', 'MUTUAL', 'ISTIO_MUTUAL', undefined])('a credential in a ConfigMap is looked at under mode %s', (mode) => {
  expect(places({ mode, credentialName: 'configmap://ca' }, 'bar')).toEqual(['B6 tls.credentialName']);
});

test('messages', () => {
  const messages = [
    { mode: 'MUTUAL', privateKey: 'k' },
    { mode: 'SIMPLE', credentialName: 'c', privateKey: 'k' },
    { mode: 'SIMPLE', insecureSkipVerify: true, caCertificates: 'ca' },
    { mode: 'SIMPLE', credentialName: 'configmap://other/ca' },
    { mode: 'SIMPLE', credentialName: 'configmap://ca' },
  ].flatMap(tls => tlsProblems(tls, 'bar')).map(({ message }) => message);
  expect(messages).toEqual([
    'MUTUAL without clientCertificate; give clientCertificate and privateKey, or a credentialName',
    'privateKey cannot stand beside credentialName "c"; use either the credential or files',
    'caCertificates verifies the server, which insecureSkipVerify: true switches off under SIMPLE; remove one of the two',
    'credentialName "configmap://other/ca" is in another namespace than the rule; use a ConfigMap of "bar"',
    'credentialName "configmap://ca" is incomplete; write configmap://NAMESPACE/NAME',
  ]);
});
