import { consistentHashProblems, consistentHashWarnings } from './consistent-hash-problems';
import { celDurationProblem, durationProblem, readableDurationProblem } from './duration-problem';
import { keyPath } from './field-path';
import { fieldsOf, isAbsent, numberOf } from './fields';
import { failoverWarnings, localityProblems, zoneAwareProblems } from './locality-problems';
import { NO_OBJECTIONS, Objection, refusedByWebhook } from './objection';

const RULE = 'istio validateLoadBalancer';
const UTILIZATION_PERIODS = ['weightStabilizationPeriod', 'weightExpirationPeriod', 'weightUpdatePeriod'];

/** What is wrong with a `loadBalancer` block. */
export function loadBalancerProblems(loadBalancer: unknown, path: string): readonly Objection[] {
  const fields = fieldsOf(loadBalancer);
  if (fields === undefined) return NO_OBJECTIONS;
  const utilization = fieldsOf(fields.backendUtilization) ?? {};
  const problems = [
    ...consistentHashProblems(fields.consistentHash, keyPath(path, 'consistentHash')),
    ...UTILIZATION_PERIODS.map(name => readableDurationProblem(utilization[name], keyPath(keyPath(path, 'backendUtilization'), name))),
    celDurationProblem(fields.warmupDurationSecs, keyPath(path, 'warmupDurationSecs')),
    ...warmupProblems(fields.warmup, keyPath(path, 'warmup')),
    ...localityProblems(fields.localityLbSetting, keyPath(path, 'localityLbSetting')),
    ...zoneAwareProblems(fields.zoneAwareLbSetting, keyPath(path, 'zoneAwareLbSetting')),
  ];
  if (!isAbsent(fields.localityLbSetting) && !isAbsent(fields.zoneAwareLbSetting)) {
    problems.push(refusedByWebhook(RULE, path, 'localityLbSetting and zoneAwareLbSetting exclude each other; keep one of them'));
  }
  return problems.filter(problem => problem !== undefined);
}

/** What istiod warns about in a `loadBalancer` block, beside the `outlierDetection` that stands with it. */
export function loadBalancerWarnings(loadBalancer: unknown, outlierDetection: unknown, path: string): readonly Objection[] {
  const fields = fieldsOf(loadBalancer);
  if (fields === undefined) return NO_OBJECTIONS;
  const warnings = consistentHashWarnings(fields.consistentHash, keyPath(path, 'consistentHash'));
  if (!isAbsent(outlierDetection)) return warnings;
  return [...warnings, ...['localityLbSetting', 'zoneAwareLbSetting'].flatMap(name => failoverWarnings(fields[name], keyPath(path, name)))];
}

function warmupProblems(warmup: unknown, path: string): readonly (Objection | undefined)[] {
  const fields = fieldsOf(warmup);
  if (fields === undefined) return NO_OBJECTIONS;
  const { duration, minimumPercent, aggression } = fields;
  return [
    isAbsent(duration)
      ? refusedByWebhook(RULE, keyPath(path, 'duration'), 'warmup without duration; write one, such as "60s"')
      : durationProblem(duration, keyPath(path, 'duration')),
    (numberOf(minimumPercent) ?? 0) > 100
      ? refusedByWebhook(RULE, keyPath(path, 'minimumPercent'), `percentage ${String(minimumPercent)} is out of range; write 0 to 100`)
      : undefined,
    (numberOf(aggression) ?? 1) <= 0
      ? refusedByWebhook(RULE, keyPath(path, 'aggression'), `aggression is ${String(aggression)}; write more than 0`)
      : undefined,
  ];
}
