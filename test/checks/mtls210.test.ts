import { checkTable } from './support/check-table';
import { idsOf } from './support/ids-of';
import { emptySelector } from '../../src/checks/mtls210-empty-selector';

const policy = (spec: string, namespace = 'production') => `---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: default, namespace: ${namespace} }
spec: { ${spec} }
`;
const rule = (spec: string) => `---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: reviews, namespace: production }
spec: { host: reviews${spec} }
`;

checkTable(emptySelector, {
  valid: [
    { name: 'no selector', yaml: policy('') + rule('') },
    { name: 'null, which the API server drops', yaml: policy('selector: null') + rule(', workloadSelector: null') },
    { name: 'a selector with labels', yaml: policy('selector: { matchLabels: { app: web } }') + rule(', workloadSelector: { matchLabels: { app: web } }') },
  ],
  invalid: [
    {
      name: 'a policy for a namespace',
      yaml: policy('selector: {}'),
      findings: [{
        severity: 'warning',
        object: 'PeerAuthentication production/default',
        path: 'spec.selector',
        message: 'the selector has no labels: the policy is for all of production, and in ambient it is lost on workloads with ports of their own',
        fix: 'remove spec.selector if the whole namespace is meant, or add matchLabels',
        related: [],
      }],
    },
    {
      name: 'the mesh policy, with an empty set of labels',
      yaml: policy('selector: { matchLabels: {} }', 'istio-system'),
      findings: [{
        severity: 'warning',
        object: 'PeerAuthentication istio-system/default',
        path: 'spec.selector',
        message: 'sidecars take this for the mesh policy, but in ambient no other namespace sees it',
        fix: 'remove spec.selector if the whole mesh is meant',
      }],
    },
    {
      name: 'a rule',
      yaml: rule(', workloadSelector: {}'),
      findings: [{
        severity: 'warning',
        object: 'DestinationRule production/reviews',
        path: 'spec.workloadSelector',
        message: 'the workloadSelector has no labels: it is for all clients of its own namespace, and for nobody else',
        fix: "write exportTo: ['.'] instead if that is meant",
        related: [],
      }],
    },
  ],
  partial: [{
    name: 'an unknown namespace',
    yaml: policy('selector: {}', '""'),
    findings: [{ severity: 'warning', object: 'PeerAuthentication default', path: 'spec.selector', message: 'the policy is for its whole namespace' }],
  }],
  twoMeshes: [{ name: 'none each', meshes: [policy(''), policy('')] }],
  falsePositives: [{ name: 'a Service without selector has its endpoints written by hand', yaml: `${policy('')}---\napiVersion: v1\nkind: Service\nmetadata: { name: db, namespace: production }\nspec: { selector: {}, ports: [{ port: 5432 }] }\n` }],
});

test('another refusal does not hide the empty selector', () => {
  const yaml = policy('selector: {}, mtls: { mode: strict }');
  expect(idsOf({ yaml }, ['MTLS101', 'MTLS210'])).toEqual(['MTLS101', 'MTLS210']);
});
