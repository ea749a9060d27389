import { DNS_LABEL_RULE, isDnsLabel, isWildcardDnsLabel } from './dns-label';
import { isAbsent } from './fields';
import { Objection, refusedByWebhook } from './objection';
import { shown } from './shown';

const LONGEST_HOST = 255;
const LARGEST_INTEGER = 2n ** 63n - 1n;
const RULE = 'sidecar.md B12';

const ADVICE = 'write the name of a service, such as "reviews.prod.svc.cluster.local"';

/** What is wrong with the host of a rule. */
export function hostProblem(host: unknown, path = ''): Objection | undefined {
  if (typeof host !== 'string') {
    return refusedByWebhook(RULE, path, `host ${isAbsent(host) ? 'is missing' : `${shown(host)} is not a text`}; ${ADVICE}`);
  }
  const reason = hostReason(host);
  return reason === undefined ? undefined : refusedByWebhook(RULE, path, `host ${shown(host)} is refused: ${reason}`);
}

function hostReason(host: string): string | undefined {
  if (host === '') return `it is empty; ${ADVICE}`;
  if (host.length > LONGEST_HOST) return `it has ${host.length} characters; at most ${LONGEST_HOST} are allowed`;
  const dot = host.indexOf('.');
  const first = dot < 0 ? host : host.slice(0, dot);
  if (!isWildcardDnsLabel(first)) {
    return `${shown(first)} is no DNS label; write ${DNS_LABEL_RULE}, or "*" alone or in front of a label`;
  }
  return dot < 0 ? undefined : domainReason(host.slice(dot + 1));
}

/** Why a name without wildcard is no DNS name; undefined when it is one. One trailing dot is allowed. */
export function domainReason(domain: string): string | undefined {
  const labels = domain.split('.');
  const last = labels[labels.length - 1];
  if (/^\d+$/.test(last) && BigInt(last) <= LARGEST_INTEGER) {
    return `its last label ${shown(last)} is a number; IP addresses are not allowed, write a DNS name`;
  }
  const checked = last === '' ? labels.slice(0, -1) : labels;
  const wrong = checked.find(label => !isDnsLabel(label));
  return wrong === undefined ? undefined : `${shown(wrong)} is no DNS label; write ${DNS_LABEL_RULE}, "*" only in the first label`;
}

/** Why a text is no fully qualified domain name: as a host, but without any wildcard. */
export function fullDomainReason(domain: string): string | undefined {
  if (domain === '') return 'it is empty';
  if (domain.length > LONGEST_HOST) return `it has ${domain.length} characters; at most ${LONGEST_HOST} are allowed`;
  return domainReason(domain);
}
