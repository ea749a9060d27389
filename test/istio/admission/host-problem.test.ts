import { hostProblem } from '../../../src/istio/admission/host-problem';

const label = (length: number) => 'x'.repeat(length);

describe('a host that is admitted', () => {
  test.each([
    'reviews', 'reviews.prod.svc.cluster.local', 'Reviews.Prod', 'reviews.', 'reviews.prod.', '*', '*.prod.svc.cluster.local',
    '*foo', '*foo.bar.com', '*-foo.bar.com', label(63), `*.${label(63)}`, '123', '1.2.3.com', 'a.1b', `a.${'9'.repeat(20)}`,
  ])('%s', (host) => {
    expect(hostProblem(host)).toBeUndefined();
  });
});

describe('a host that is refused', () => {
  test.each([
    ['', ['webhook'], 'host "" is refused: it is empty; write the name of a service, such as "reviews.prod.svc.cluster.local"'],
    [undefined, ['webhook'], 'host is missing; write the name of a service, such as "reviews.prod.svc.cluster.local"'],
    [null, ['webhook'], 'host is missing; write the name of a service, such as "reviews.prod.svc.cluster.local"'],
    [5, ['webhook'], 'host 5 is not a text; write the name of a service, such as "reviews.prod.svc.cluster.local"'],
    ['1.1.1.1', ['webhook'], 'host "1.1.1.1" is refused: its last label "1" is a number; IP addresses are not allowed, write a DNS name'],
    ['foo.*.com', ['webhook'],
      'host "foo.*.com" is refused: "*" is no DNS label; write 1 to 63 letters, digits and inner hyphens, "*" only in the first label'],
    ['foo*.bar.com', ['webhook'],
      'host "foo*.bar.com" is refused: "foo*" is no DNS label; write 1 to 63 letters, digits and inner hyphens, or "*" alone or in front of a label'],
  ])('%p', (host, refusedBy, message) => {
    expect(hostProblem(host, 'spec.host')).toEqual({ rule: 'sidecar.md B12', refusedBy, path: 'spec.host', message });
  });

  test.each([
    label(256), label(64), `*${label(63)}`, `a.${label(64)}`, 'a..b', '.', '.a', 'a_b', 'a.b_c', '-a', 'a-', 'a.-b', '**', '*-', '* ', 'a/b', 'a:80',
    '*.*.com', `a.${'9'.repeat(18)}`, 'a b', 'reviews..', 'é.com',
  ])('%s', (host) => {
    expect(hostProblem(host)?.refusedBy).toEqual(['webhook']);
  });
});
