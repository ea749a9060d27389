import fc from 'fast-check';
import { annotationProblems } from '../../../src/istio/admission/annotation-problems';
import { exportToProblems } from '../../../src/istio/admission/export-to-problems';
import { hostProblem } from '../../../src/istio/admission/host-problem';
import { labelKeyProblem, labelValueProblem, namespaceProblem, objectNameProblem } from '../../../src/istio/admission/kubernetes-problems';
import { matchLabelsProblems } from '../../../src/istio/admission/match-labels-problems';
import { modeProblem, tlsModeProblem } from '../../../src/istio/admission/mode-problem';
import { portProblem } from '../../../src/istio/admission/port-problem';
import { subsetLabelProblems, subsetNameProblem, subsetProblems } from '../../../src/istio/admission/subset-problems';
import { tlsProblems } from '../../../src/istio/admission/tls-problems';

// Constructs pass on what JavaScript users wrote, so each function meets any value.
const checks: Record<string, (value: unknown) => unknown> = {
  portProblem, modeProblem, tlsModeProblem, hostProblem, matchLabelsProblems, annotationProblems, subsetLabelProblems,
  labelKeyProblem, labelValueProblem, namespaceProblem, objectNameProblem,
  tlsProblems: value => tlsProblems(value, 'bar'),
  exportToProblems: value => exportToProblems(value, { namespace: 'bar', hasWorkloadSelector: true }),
  subsetNameProblem: value => subsetNameProblem(value, false),
  subsetProblems: value => subsetProblems(value, 'bar'),
};

test.each(Object.keys(checks))('%s takes any value', (name) => {
  fc.assert(fc.property(fc.anything({ withBigInt: true, withNullPrototype: true, withDate: true }), (value) => {
    expect(checks[name](value)).toEqual(checks[name](value));
  }), { numRuns: 1000 });
});

test.each([
  [portProblem, Object.create(null), 'port an empty object is not a workload port; write a whole number from 1 to 65535, the port that the container listens on'],
  [portProblem, true, 'port true is not a workload port; write a whole number from 1 to 65535, the port that the container listens on'],
  [subsetNameProblem, 5, 'subset name 5 is no name; write 1 to 63 letters, digits and inner hyphens'],
  [namespaceProblem, 5, 'namespace 5 is no Kubernetes namespace; write at most 63 lower case letters, digits and "-", with a letter or digit at both ends'],
] as const)('%p of %p', (check: (value: unknown, ...more: never[]) => { readonly message: string } | undefined, value, message) => {
  expect(check(value)?.message).toBe(message);
});
