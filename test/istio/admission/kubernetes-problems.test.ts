import { labelKeyProblem, labelValueProblem, namespaceProblem, objectNameProblem } from '../../../src/istio/admission/kubernetes-problems';

const label = (length: number) => 'x'.repeat(length);
const subdomain = `${label(63)}.${label(63)}.${label(63)}.${label(61)}`;

const checks = { objectNameProblem, namespaceProblem, labelKeyProblem, labelValueProblem };

describe.each([
  ['objectNameProblem', ['default', 'a.b-c.9', '9', subdomain], ['', 'A', 'a_b', '-a', 'a.', '.a', 'a..b', 'a/b', 'a*', `${subdomain}x`]],
  ['namespaceProblem', ['default', 'a-9', label(63)], ['', 'Prod', 'a.b', '-a', 'a-', label(64), '*']],
  ['labelKeyProblem', ['app', 'App_1.x', 'app.kubernetes.io/name', label(63), `${subdomain}/x`],
    ['', 'a b', '-a', 'a/', '/a', 'a/b/c', 'UPPER.io/x', label(64), `${subdomain}x/x`, 'a*']],
  ['labelValueProblem', ['', 'a', 'A_b.c-9', label(63)], ['-a', 'a-', 'a b', 'a/b', 'a*', label(64)]],
] as const)('%s', (name, legal, illegal) => {
  test.each(legal)('%s is legal', (text) => {
    expect(checks[name](text)).toBeUndefined();
  });

  test.each(illegal)('%s is not', (text) => {
    expect(checks[name](text, 'here')).toMatchObject({ rule: 'kubernetes RFC 1123', refusedBy: ['kubernetes'], path: 'here' });
  });
});

test('messages', () => {
  expect(objectNameProblem('A')?.message).toBe('name "A" is no Kubernetes name; write at most 253 lower case letters, digits, "-" and ".", '
    + 'with a letter or digit at both ends of each part');
  expect(namespaceProblem('A')?.message)
    .toBe('namespace "A" is no Kubernetes namespace; write at most 63 lower case letters, digits and "-", with a letter or digit at both ends');
});
