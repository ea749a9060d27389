import { apiGroupOf } from '../../../src/istio/model/api-group';

test.each([['v1', ''], ['apps/v1', 'apps'], ['networking.istio.io/v1alpha3', 'networking.istio.io'], ['', ''], ['/v1', '']])('%s', (apiVersion, group) => {
  expect(apiGroupOf(apiVersion)).toBe(group);
});
