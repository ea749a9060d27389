import { mayBeOutside, unexpandedHost } from '../../../src/checks/support/unexpanded-host';

test.each([
  ['reviews.prod', { service: 'reviews', namespace: 'prod', certain: false }],
  ['reviews.prod.svc', { service: 'reviews', namespace: 'prod', certain: true }],
  ['*.prod', { service: '*', namespace: 'prod', certain: false }],
  ['*.prod.svc', { service: '*', namespace: 'prod', certain: true }],
  ['a.b', { service: 'a', namespace: 'b', certain: false }],
  ['reviews-v1.prod-eu', { service: 'reviews-v1', namespace: 'prod-eu', certain: false }],
])('%s', (host, expected) => expect(unexpandedHost(host)).toEqual(expected));

test.each([
  'reviews', '*', 'reviews.prod.svc.cluster.local', 'reviews.prod.com', 'prod.svc', 'Reviews.prod', 'reviews.', '.prod', '-a.prod', 'a.prod-', '*a.prod', 'a.*', '',
])('not %j', (host) => expect(unexpandedHost(host)).toBeUndefined());

test.each([
  ['httpbin.org', true],
  ['httpbin.org.svc', false],
  ['httpbin.prod', false],
])('%s may be outside: %s', (host, outside) => expect(mayBeOutside(unexpandedHost(host)!)).toBe(outside));
