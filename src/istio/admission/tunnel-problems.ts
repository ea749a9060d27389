import { keyPath } from './field-path';
import { fieldsOf, numberOf, textOf } from './fields';
import { fullDomainReason } from './host-problem';
import { isIpAddress } from './ip-address';
import { NO_OBJECTIONS, Objection, refusedByWebhook } from './objection';
import { shown } from './shown';

const RULE = 'istio validateTunnelSettings';

/** What is wrong with a `tunnel` block. */
export function tunnelProblems(tunnel: unknown, path: string): readonly Objection[] {
  const fields = fieldsOf(tunnel);
  if (fields === undefined) return NO_OBJECTIONS;
  const problems: Objection[] = [];
  const protocol = textOf(fields.protocol);
  if (protocol !== '' && protocol !== 'CONNECT' && protocol !== 'POST') {
    problems.push(refusedByWebhook(RULE, keyPath(path, 'protocol'), `protocol is ${shown(protocol)}; write CONNECT or POST`));
  }
  const host = textOf(fields.targetHost);
  const reason = isIpAddress(host) ? undefined : fullDomainReason(host);
  if (reason !== undefined) {
    problems.push(refusedByWebhook(RULE, keyPath(path, 'targetHost'), `targetHost ${shown(host)} is neither an IP address nor a DNS name: ${reason}`));
  }
  const port = numberOf(fields.targetPort) ?? 0;
  if (!(port >= 1 && port <= 65535)) {
    problems.push(refusedByWebhook(RULE, keyPath(path, 'targetPort'), `targetPort is ${port}; write 1 to 65535`));
  }
  return problems;
}
