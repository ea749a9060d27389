import { INJECTED, namespaceNamed, service } from './support/objects';
import { Asked, questionOf, trafficOf } from './support/traffic-of';
import { Workload } from '../../../src/istio/model/workload';
import { traffic } from '../../../src/istio/traffic/traffic';
import { meshPolicy, namespacePolicy, rule } from '../client-tls/support/client-tls-of';
import { meshOf, ruleAt, Written } from '../rule-selection/support/mesh-of';

const COMPLETE = { profile: { complete: true } };
const DISABLE = { trafficPolicy: { tls: { mode: 'DISABLE' } } };
const MUTUAL = { trafficPolicy: { tls: { mode: 'MUTUAL', clientCertificate: 'cert.pem', privateKey: 'key.pem' } } };

/** `client+ rule-`: known, not known. */
function linksOf(objects: readonly Written[], asked: Asked): string {
  return trafficOf(objects, asked).links.map(({ link, known }) => `${link}${known ? '+' : '-'}`).join(' ');
}

const ENDS = 'client+ service- workload- data-plane+';

test.each<readonly [string, readonly Written[], Asked, string]>([
  ['nothing is in the input', [], {}, `${ENDS} policy+ parent-mode- rule- service-mode-`],
  ['nothing is all there is', [], COMPLETE, `${ENDS} policy+ parent-mode+ rule+ service-mode+`],
  ['a policy for the namespace', [namespacePolicy('STRICT')], {}, `${ENDS} policy+ parent-mode+ rule- service-mode+`],
  ['a policy that leaves it to the mesh', [namespacePolicy('UNSET')], {}, `${ENDS} policy+ parent-mode- rule- service-mode-`],
  ['a policy for the mesh', [meshPolicy('STRICT')], {}, `${ENDS} policy+ parent-mode+ rule- service-mode+`],
  ['a rule: nobody asks for the hint', [rule(DISABLE.trafficPolicy), namespacePolicy('STRICT')], {}, `${ENDS} policy+ parent-mode+ rule+`],
  ['a rule without tls', [rule({ loadBalancer: { simple: 'RANDOM' } }), namespacePolicy('STRICT')], {}, `${ENDS} policy+ parent-mode+ rule+ service-mode+`],
  ['auto mTLS off: nobody asks either', [namespacePolicy('STRICT')], { profile: { autoMtls: false } }, `${ENDS} policy+ parent-mode+ rule-`],
  [
    'rules whose age decides',
    [ruleAt('prod/a', { host: 'reviews', ...DISABLE }), ruleAt('prod/b', { host: 'reviews', ...MUTUAL }), namespacePolicy('STRICT')],
    COMPLETE,
    `${ENDS} policy+ parent-mode+ rule-`,
  ],
  ['a certificate of which nobody knows', [rule(MUTUAL.trafficPolicy)], COMPLETE, `${ENDS} policy+ parent-mode+ rule+ certificate-`],
  [
    'a certificate that is known',
    [rule(MUTUAL.trafficPolicy)],
    { ...COMPLETE, client: { certificate: { issuedByMesh: true, trustDomain: undefined } } },
    `${ENDS} policy+ parent-mode+ rule+ certificate+`,
  ],
  ['a client without proxy reads no rules', [namespacePolicy('STRICT')], { client: 'none' }, `${ENDS} policy+ parent-mode+`],
  ['a server without proxy enforces nothing', [], { client: 'none', server: { dataPlane: 'none' } }, ENDS],
  ['an address', [namespacePolicy('STRICT')], { destination: null }, 'client+ workload- data-plane+ policy+ parent-mode+'],
  ['a client of which nobody knows', [], { client: { kind: 'sidecar', proven: false }, server: { dataPlane: 'none' }, ...COMPLETE }, 'client- service- workload- data-plane+ rule+ service-mode+'],
  ['a data plane that is likely', [], { client: 'none', server: { dataPlane: 'none', proven: false } }, 'client+ service- workload- data-plane-'],
  ['a data plane of which nobody knows', [], { client: 'none', server: { dataPlane: 'unknown' } }, 'client+ service- workload- data-plane-'],
])('links: %s', (_, objects, asked, expected) => {
  expect(linksOf(objects, asked)).toBe(expected);
  expect(trafficOf(objects, asked).proven).toBe(!/-( |$)/.test(expected));
});

test('links: a Service and a workload of the input', () => {
  const mesh = meshOf([namespaceNamed('prod', INJECTED), service('prod/reviews'), namespacePolicy('STRICT')], { complete: true });
  const [found] = mesh.services;
  const asked = questionOf({ server: { workload: {} as Workload }, destination: { service: found } });
  const { links, proven } = traffic(mesh, asked);
  expect(links.every(({ known }) => known)).toBe(true);
  expect(proven).toBe(true);
});
