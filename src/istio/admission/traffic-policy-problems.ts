import { connectionPoolProblems } from './connection-pool-problems';
import { readableDurationProblem } from './duration-problem';
import { indexPath, keyPath } from './field-path';
import { Fields, fieldsOf, isAbsent, listOf } from './fields';
import { loadBalancerProblems, loadBalancerWarnings } from './load-balancer-problems';
import { NO_OBJECTIONS, Objection, refusedByWebhook } from './objection';
import { outlierDetectionProblems, outlierDetectionWarnings } from './outlier-detection-problems';
import { tlsProblems } from './tls-problems';
import { tunnelProblems } from './tunnel-problems';

const PORT_FIELDS = ['outlierDetection', 'connectionPool', 'loadBalancer', 'tls'];
const POLICY_FIELDS = [...PORT_FIELDS, 'portLevelSettings', 'tunnel', 'proxyProtocol', 'retryBudget'];

/** What is wrong with a `trafficPolicy`, of a rule or of a subset. */
export function trafficPolicyProblems(trafficPolicy: unknown, namespace: string | undefined, path: string): readonly Objection[] {
  const fields = fieldsOf(trafficPolicy);
  if (fields === undefined) return NO_OBJECTIONS;
  if (!hasOneOf(fields, POLICY_FIELDS)) {
    return [refusedByWebhook('sidecar.md B9', path, `trafficPolicy is empty; write at least one of ${POLICY_FIELDS.join(', ')}, or leave it out`)];
  }
  const budget = readableDurationProblem(fieldsOf(fields.retryBudget)?.budgetInterval, keyPath(keyPath(path, 'retryBudget'), 'budgetInterval'));
  const problems = [
    ...settingProblems(fields, namespace, path),
    ...listOf(fields.portLevelSettings).flatMap((entry, index) =>
      portEntryProblems(entry, namespace, indexPath(keyPath(path, 'portLevelSettings'), index))),
    ...tunnelProblems(fields.tunnel, keyPath(path, 'tunnel')),
    ...budget === undefined ? NO_OBJECTIONS : [budget],
  ];
  if (!isAbsent(fields.tunnel) && !isAbsent(fields.proxyProtocol)) {
    problems.push(refusedByWebhook('sidecar.md B9', path, 'tunnel and proxyProtocol exclude each other; keep one of them'));
  }
  return problems;
}

/** What istiod warns about in the `trafficPolicy` of a rule; those of ports and subsets are lost on the way (sidecar.md B16). */
export function trafficPolicyWarnings(trafficPolicy: unknown, path: string): readonly Objection[] {
  const fields = fieldsOf(trafficPolicy);
  if (fields === undefined) return NO_OBJECTIONS;
  return [
    ...outlierDetectionWarnings(fields.outlierDetection, keyPath(path, 'outlierDetection')),
    ...loadBalancerWarnings(fields.loadBalancer, fields.outlierDetection, keyPath(path, 'loadBalancer')),
  ];
}

function portEntryProblems(entry: unknown, namespace: string | undefined, path: string): readonly Objection[] {
  const fields = fieldsOf(entry);
  if (fields === undefined) return NO_OBJECTIONS;
  const problems = [...settingProblems(fields, namespace, path)];
  if (isAbsent(fields.port)) {
    problems.push(refusedByWebhook('sidecar.md B10', keyPath(path, 'port'), 'the entry has no port; write port.number with the port of the Service'));
  }
  if (!hasOneOf(fields, PORT_FIELDS)) {
    problems.push(refusedByWebhook('sidecar.md B10', path, `the entry of the port says nothing; write at least one of ${PORT_FIELDS.join(', ')}`));
  }
  return problems;
}

/** What a rule, a subset and a port have in common. */
function settingProblems(fields: Fields, namespace: string | undefined, path: string): readonly Objection[] {
  return [
    ...tlsProblems(fields.tls, namespace, keyPath(path, 'tls')),
    ...connectionPoolProblems(fields.connectionPool, keyPath(path, 'connectionPool')),
    ...loadBalancerProblems(fields.loadBalancer, keyPath(path, 'loadBalancer')),
    ...outlierDetectionProblems(fields.outlierDetection, keyPath(path, 'outlierDetection')),
  ];
}

/** Protobuf knows no empty list: it is as good as absent. */
function hasOneOf(fields: Fields, names: readonly string[]): boolean {
  return names.some(name => Array.isArray(fields[name]) ? fields[name].length > 0 : !isAbsent(fields[name]));
}
