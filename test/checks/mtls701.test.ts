import { checkTable } from './support/check-table';
import { oldApiVersion } from '../../src/checks/mtls701-old-api-version';

const policy = (version: string, name = 'default') => `---
apiVersion: security.istio.io/${version}
kind: PeerAuthentication
metadata: { name: ${name}, namespace: production }
`;
const rule = (version: string) => `---
apiVersion: networking.istio.io/${version}
kind: DestinationRule
metadata: { name: reviews, namespace: production }
spec: { host: reviews }
`;
const path = 'apiVersion';

checkTable(oldApiVersion, {
  valid: [
    { name: 'v1', yaml: policy('v1') + rule('v1') },
    { name: 'an Istio without v1', yaml: policy('v1beta1') + rule('v1alpha3'), profile: { istioVersion: { major: 1, minor: 21 } } },
    { name: 'kinds that Istio keeps at v1beta1', yaml: '---\napiVersion: networking.istio.io/v1beta1\nkind: ProxyConfig\nmetadata: { name: default, namespace: production }\n' },
  ],
  invalid: [
    {
      name: 'a policy',
      yaml: policy('v1beta1'),
      findings: [{
        severity: 'info',
        object: 'PeerAuthentication production/default',
        path,
        message: 'security.istio.io/v1beta1 is an old version of the API: security.istio.io/v1 says the same since Istio 1.22',
        fix: 'write apiVersion: security.istio.io/v1',
        related: [],
      }],
    },
    {
      name: 'a rule',
      yaml: rule('v1beta1'),
      findings: [{ severity: 'info', object: 'DestinationRule production/reviews', path, fix: 'write apiVersion: networking.istio.io/v1' }],
    },
    {
      name: 'the oldest version of rules',
      yaml: rule('v1alpha3'),
      profile: { istioVersion: { major: 1, minor: 22 } },
      findings: [{ severity: 'info', object: 'DestinationRule production/reviews', path, message: 'networking.istio.io/v1alpha3 is an old version' }],
    },
    {
      name: 'one finding for each object, after the next major release, too',
      yaml: policy('v1beta1') + policy('v1beta1', 'other') + policy('v1', 'new'),
      profile: { istioVersion: { major: 2, minor: 0 } },
      findings: [
        { severity: 'info', object: 'PeerAuthentication production/default', path },
        { severity: 'info', object: 'PeerAuthentication production/other', path },
      ],
    },
  ],
  partial: [{
    name: 'an unknown namespace, and an unknown release',
    yaml: policy('v1beta1').replace(', namespace: production', ''),
    findings: [{ severity: 'info', object: 'PeerAuthentication default', path }],
  }],
  twoMeshes: [{ name: 'each at v1', meshes: [policy('v1'), rule('v1')] }],
  falsePositives: [{ name: 'Kubernetes kinds have versions of their own', yaml: `${policy('v1')}---\napiVersion: v1\nkind: Service\nmetadata: { name: web, namespace: production }\nspec: { ports: [{ port: 80 }] }\n` }],
});
