import { applyPrecedence, CheckedObservation } from './apply-precedence';
import { Finding } from './finding';
import { describedFinding, findingOf } from './finding-of';
import { Check, CheckContext } from '../checks/check';
import { checkFailed } from '../checks/mtls002-check-failed';

/** What the checks say about one mesh, one finding for each cause. A check that throws is a finding itself, and the others go on. */
export function runChecks(checks: readonly Check[], context: CheckContext): Finding[] {
  const observations: CheckedObservation[] = [];
  const crashes: Finding[] = [];
  for (const check of checks) {
    try {
      for (const observation of check.check(context)) { observations.push({ ...observation, check }); }
    } catch (thrown) {
      crashes.push(describedFinding(checkFailed, { severity: 'error', mesh: context.mesh.profile.mesh, message: checkFailed.message(check.id, thrown) }));
    }
  }
  return [...crashes, ...applyPrecedence(observations.filter(isOurs)).map((observation) => findingOf(observation.check, observation))];
}

/** What the cluster already has is context: a clash with it is ours to solve, its own faults are not. */
function isOurs({ resource, related = [] }: CheckedObservation): boolean {
  return !resource.context || related.some(({ context }) => !context);
}
