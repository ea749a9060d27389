import { durationProblem, idleTimeoutProblem } from './duration-problem';
import { keyPath } from './field-path';
import { Fields, fieldsOf, isAbsent, numberOf } from './fields';
import { NO_OBJECTIONS, Objection, refusedByWebhook } from './objection';

const RULE = 'istio validateConnectionPool';
const HTTP_COUNTS = ['http1MaxPendingRequests', 'http2MaxRequests', 'maxRequestsPerConnection', 'maxRetries', 'maxConcurrentStreams'];

/** What is wrong with a `connectionPool` block. */
export function connectionPoolProblems(connectionPool: unknown, path: string): readonly Objection[] {
  const fields = fieldsOf(connectionPool);
  if (fields === undefined) return NO_OBJECTIONS;
  if (isAbsent(fields.http) && isAbsent(fields.tcp)) {
    return [refusedByWebhook(RULE, path, 'connectionPool is empty; write http or tcp settings, or leave it out')];
  }
  return [...httpProblems(fields.http, keyPath(path, 'http')), ...tcpProblems(fields.tcp, keyPath(path, 'tcp'))];
}

function httpProblems(http: unknown, path: string): readonly Objection[] {
  const fields = fieldsOf(http);
  if (fields === undefined) return NO_OBJECTIONS;
  const problems = [...countProblems(fields, HTTP_COUNTS, path), durationProblem(fields.idleTimeout, keyPath(path, 'idleTimeout'))];
  if (fields.h2UpgradePolicy === 'UPGRADE' && fields.useClientProtocol === true) {
    problems.push(refusedByWebhook(RULE, keyPath(path, 'useClientProtocol'), 'useClientProtocol: true contradicts h2UpgradePolicy: UPGRADE; keep one of them'));
  }
  const keepAlive = fieldsOf(fields.http2KeepAlive);
  if (keepAlive !== undefined) {
    for (const name of ['interval', 'timeout']) problems.push(keepAliveProblem(keepAlive[name], name, keyPath(keyPath(path, 'http2KeepAlive'), name)));
  }
  return problems.filter(problem => problem !== undefined);
}

function keepAliveProblem(value: unknown, name: string, path: string): Objection | undefined {
  if (isAbsent(value)) return refusedByWebhook(RULE, path, `http2KeepAlive without ${name}; write both interval and timeout`);
  return durationProblem(value, path);
}

function tcpProblems(tcp: unknown, path: string): readonly Objection[] {
  const fields = fieldsOf(tcp);
  if (fields === undefined) return NO_OBJECTIONS;
  const keepAlive = fieldsOf(fields.tcpKeepalive) ?? {};
  const keepAlivePath = keyPath(path, 'tcpKeepalive');
  return [
    ...countProblems(fields, ['maxConnections'], path),
    ...['connectTimeout', 'maxConnectionDuration'].map(name => durationProblem(fields[name], keyPath(path, name))),
    idleTimeoutProblem(fields.idleTimeout, keyPath(path, 'idleTimeout')),
    ...['time', 'interval'].map(name => durationProblem(keepAlive[name], keyPath(keepAlivePath, name))),
  ].filter(problem => problem !== undefined);
}

function countProblems(fields: Fields, names: readonly string[], path: string): (Objection | undefined)[] {
  return names.filter(name => (numberOf(fields[name]) ?? 0) < 0)
    .map(name => refusedByWebhook(RULE, keyPath(path, name), `${name} is ${String(fields[name])}; write 0 or more`));
}
