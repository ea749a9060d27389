import { annotationProblems } from '../../../src/istio/admission/annotation-problems';

test.each([
  [undefined, []],
  ['text', []],
  [{ 'example.com/owner': 'a' }, []],
  [Object.create({ 'istio.io/dry-run': 'true' }), []],
  [{ 'istio.io/dry-run': 'false' }, ['annotations["istio.io/dry-run"]']],
  [{ 'internal.istio.io/webhook-always-reject': '' }, ['annotations["internal.istio.io/webhook-always-reject"]']],
  [{ 'internal.istio.io/parents': 'x', 'internal.istio.io/parent-namespace': 'y' },
    ['annotations["internal.istio.io/parents"]', 'annotations["internal.istio.io/parent-namespace"]']],
])('annotations %j', (annotations, expected) => {
  const problems = annotationProblems(annotations, 'annotations');
  expect(problems.map(({ path }) => path)).toEqual(expected);
  expect(problems.every(({ rule, refusedBy }) => rule === 'sidecar.md A9' && refusedBy.join() === 'webhook')).toBe(true);
});

test('message', () => {
  expect(annotationProblems({ 'istio.io/dry-run': 'true' })[0].message)
    .toBe('annotation "istio.io/dry-run" is refused: it is for AuthorizationPolicy only; remove it');
});
