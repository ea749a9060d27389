import { exceptionAnnotation } from '../../../src/istio/model/exception-annotations';

test.each([
  [exceptionAnnotation('owner'), 'cdk8s-istio-mtls/owner'],
  [exceptionAnnotation('review-by', 8081), 'cdk8s-istio-mtls/port-8081.review-by'],
])('%s', (key, expected) => expect(key).toBe(expected));
