import { durationProblem } from './duration-problem';
import { keyPath } from './field-path';
import { fieldsOf, numberOf } from './fields';
import { NO_OBJECTIONS, Objection, refusedByWebhook } from './objection';

const RULE = 'istio validateOutlierDetection';

/** What is wrong with an `outlierDetection` block. */
export function outlierDetectionProblems(outlierDetection: unknown, path: string): readonly Objection[] {
  const fields = fieldsOf(outlierDetection);
  if (fields === undefined) return NO_OBJECTIONS;
  const problems = [
    ...['baseEjectionTime', 'interval'].map(name => durationProblem(fields[name], keyPath(path, name))),
    ...['maxEjectionPercent', 'minHealthPercent'].map(name => percentProblem(fields[name], keyPath(path, name))),
  ].filter(problem => problem !== undefined);
  if ((numberOf(fields.consecutiveLocalOriginFailures) ?? 0) > 0 && fields.splitExternalLocalOriginErrors !== true) {
    problems.push(refusedByWebhook(RULE, keyPath(path, 'consecutiveLocalOriginFailures'),
      'consecutiveLocalOriginFailures needs splitExternalLocalOriginErrors: true; add it'));
  }
  return problems;
}

/** What istiod warns about in an `outlierDetection` block. */
export function outlierDetectionWarnings(outlierDetection: unknown, path: string): readonly Objection[] {
  if ((numberOf(fieldsOf(outlierDetection)?.consecutiveErrors) ?? 0) === 0) return NO_OBJECTIONS;
  return [refusedByWebhook(RULE, keyPath(path, 'consecutiveErrors'),
    'consecutiveErrors is deprecated; use consecutiveGatewayErrors or consecutive5xxErrors')];
}

function percentProblem(value: unknown, path: string): Objection | undefined {
  const percent = numberOf(value) ?? 0;
  if (percent >= 0 && percent <= 100) return undefined;
  return refusedByWebhook(RULE, path, `percentage ${percent} is out of range; write 0 to 100`);
}
