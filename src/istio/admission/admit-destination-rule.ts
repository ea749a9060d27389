import { admit, Admission } from './admit';
import { exportToProblems } from './export-to-problems';
import { Fields, fieldsOf, isAbsent } from './fields';
import { hostProblem } from './host-problem';
import { emptySelectorWarnings, matchLabelsProblems } from './match-labels-problems';
import { Objection, Verdict } from './objection';
import { destinationRuleSpec } from './schema/destination-rule.generated';
import { subsetProblems } from './subset-problems';
import { trafficPolicyProblems, trafficPolicyWarnings } from './traffic-policy-problems';

const ADMISSION: Admission = {
  kind: 'DestinationRule',
  structureRule: 'sidecar.md B',
  schema: destinationRuleSpec,
  refusals,
  warnings: spec => [
    ...trafficPolicyWarnings(spec.trafficPolicy, 'spec.trafficPolicy'),
    ...emptySelectorWarnings(spec.workloadSelector, 'spec.workloadSelector', 'sidecar.md B15'),
  ],
};

/** What the API server and istiod say about a DestinationRule of any version. */
export function admitDestinationRule(object: unknown): Verdict {
  return admit(object, ADMISSION);
}

function refusals(spec: Fields, namespace: string | undefined): readonly Objection[] {
  const host = hostProblem(spec.host, 'spec.host');
  return [
    ...host === undefined ? [] : [host],
    ...trafficPolicyProblems(spec.trafficPolicy, namespace, 'spec.trafficPolicy'),
    ...subsetProblems(spec.subsets, namespace, 'spec.subsets'),
    ...exportToProblems(spec.exportTo, { namespace, hasWorkloadSelector: !isAbsent(spec.workloadSelector) }, 'spec.exportTo'),
    ...matchLabelsProblems(fieldsOf(spec.workloadSelector)?.matchLabels, 'spec.workloadSelector.matchLabels'),
  ];
}
