import { exportToProblems } from '../../../src/istio/admission/export-to-problems';

function places(exportTo: unknown, namespace: string | undefined, hasWorkloadSelector: boolean): string[] {
  return exportToProblems(exportTo, { namespace, hasWorkloadSelector }, 'exportTo').map(({ rule, path }) => `${rule.slice(-3)} ${path}`);
}

describe('exportTo of a rule in namespace bar', () => {
  test.each([
    [undefined, []],
    [[], []],
    ['.', []],
    [['.'], []],
    [['*'], []],
    [['bar', 'other'], []],
    [['UPPER'], []],
    [['.', 'bar'], ['B13 exportTo[1]']],
    [['bar', '.'], ['B13 exportTo[1]']],
    [['other', 'other'], ['B13 exportTo[1]']],
    [['*', 'other'], ['B13 exportTo']],
    [['*', '*'], ['B13 exportTo[1]', 'B13 exportTo']],
    [['~'], ['B13 exportTo[0]']],
    [[''], ['B13 exportTo[0]']],
    [['a.b'], ['B13 exportTo[0]']],
    [['a*'], ['B13 exportTo[0]']],
  ])('%p', (exportTo, expected) => {
    expect(places(exportTo, 'bar', false)).toEqual(expected);
  });
});

describe('exportTo beside a workloadSelector', () => {
  test.each([
    [undefined, 'bar', []],
    [['.'], 'bar', []],
    [['bar'], 'bar', []],
    [['other'], 'bar', ['B14 exportTo']],
    [['*'], 'bar', ['B14 exportTo']],
    [['.', 'other'], 'bar', ['B14 exportTo']],
    // An unknown namespace could be any: only what no namespace makes right is refused.
    [['other'], undefined, []],
    [['.'], undefined, []],
    [['*'], undefined, ['B14 exportTo']],
    [['a', 'b'], undefined, ['B14 exportTo']],
  ])('%p in %p', (exportTo, namespace, expected) => {
    expect(places(exportTo, namespace, true)).toEqual(expected);
  });
});

test('messages', () => {
  const rule = { namespace: 'bar', hasWorkloadSelector: true };
  expect(exportToProblems(['~', 'a b', '*', 'bar', '.'], rule).map(({ message }) => message)).toEqual([
    'exportTo "~" is only for a ServiceEntry; write "." to keep the rule in its namespace',
    'exportTo "a b" is no namespace; write ".", "*" or a namespace of 1 to 63 letters, digits and inner hyphens',
    'exportTo names "." twice, as "." and "bar"; remove one',
    'exportTo "*" means every namespace already; write it alone',
    'a rule with a workloadSelector stays in its own namespace; remove exportTo, or write "." alone',
  ]);
});
