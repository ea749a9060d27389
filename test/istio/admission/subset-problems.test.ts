import { subsetLabelProblems, subsetNameProblem, subsetProblems } from '../../../src/istio/admission/subset-problems';

describe('subset name', () => {
  test.each(['v1', 'V1', '1', 'a-b', 'x'.repeat(63)])('%s is one', (name) => {
    expect(subsetNameProblem(name, false)).toBeUndefined();
  });

  test.each(['', '-a', 'a-', 'a.b', 'a_b', '*', 'x'.repeat(64)])('%p is none', (name) => {
    expect(subsetNameProblem(name, false, 'here')).toMatchObject({ rule: 'sidecar.md B11', refusedBy: ['webhook'], path: 'here' });
  });

  test('messages', () => {
    expect(subsetNameProblem('a.b', true)?.message).toBe('subset name "a.b" is no name; write 1 to 63 letters, digits and inner hyphens');
    expect(subsetNameProblem('v1', true)?.message).toBe('subset name "v1" is there twice; give each subset its own');
  });
});

describe('subset labels', () => {
  test.each([
    [undefined, []],
    [{}, []],
    [{ 'version': 'v1', 'app.kubernetes.io/name': '', 'A_b.c-9': 'A_b.c-9' }, []],
    [{ [`${'x'.repeat(253)}/a`]: 'x'.repeat(64) }, []],
    [{ '': 'a' }, ['at']],
    [{ 'a b': 'a' }, ['at']],
    [{ '/a': 'a' }, ['at']],
    [{ [`${'x'.repeat(254)}/a`]: 'a' }, ['at']],
    [{ [`a/${'x'.repeat(64)}`]: 'a' }, ['at']],
    [{ version: '-a' }, ['at.version']],
    [{ version: 'a b' }, ['at.version']],
    [{ 'a*': 'a*' }, ['at', 'at["a*"]']],
  ])('%j', (labels, expected) => {
    expect(subsetLabelProblems(labels, 'at').map(({ path }) => path)).toEqual(expected);
  });
});

test('each subset is looked at on its own, and with the others', () => {
  const subsets = [
    { name: 'v1', labels: { version: 'v1' }, trafficPolicy: { tls: { mode: 'MUTUAL', clientCertificate: 'c' } } },
    null,
    { name: 'v1', trafficPolicy: {} },
    { labels: { 'a*': 'b' }, trafficPolicy: { portLevelSettings: [{ port: { number: 80 }, tls: { mode: 'SIMPLE', credentialName: 'configmap://b/c' } }] } },
  ];
  expect(subsetProblems(subsets, 'a', 'spec.subsets').map(({ rule, path }) => `${rule} ${path}`)).toEqual([
    'sidecar.md B3 spec.subsets[0].trafficPolicy.tls.privateKey',
    'sidecar.md B11 spec.subsets[2].name',
    'sidecar.md B9 spec.subsets[2].trafficPolicy',
    'sidecar.md B11 spec.subsets[3].name',
    'sidecar.md B11 spec.subsets[3].labels',
    'sidecar.md B6 spec.subsets[3].trafficPolicy.portLevelSettings[0].tls.credentialName',
  ]);
});
