import { isAnalysedKind } from '../../../src/istio/model/read/analysed-kinds';

test.each([
  ['security.istio.io/v1', 'PeerAuthentication', true],
  ['networking.istio.io/v1alpha3', 'DestinationRule', true],
  ['v1', 'Service', true],
  ['serving.knative.dev/v1', 'Service', true],
  ['v1', 'List', true],
  ['apps/v1', 'DeploymentList', true],
  ['v1', 'ConfigMap', false],
  ['example.com/v1', 'Service', false],
  ['networking.istio.io/v1', 'Gateway', false],
  ['gateway.networking.k8s.io/v1', 'Gateway', true],
  ['apps', 'Deployment', false],
])('%s %s', (apiVersion, kind, expected) => {
  expect(isAnalysedKind(apiVersion, kind)).toBe(expected);
});
