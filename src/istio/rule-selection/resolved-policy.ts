import { ConsolidatedRule } from './consolidated-rule';
import { TlsSettings, TrafficPolicy } from '../model/rule';

/** What a rule says for one Service port and subset, as far as TLS goes. */
export interface ResolvedPolicy {
  readonly tls: TlsSettings | undefined;
  readonly loadBalancer: string | undefined;
  /** Where `tls` was written, or what left it out: a port entry replaces the whole policy of its level (sidecar.md E2). */
  readonly from: PolicyLevel;
}

export type PolicyLevel = 'rule' | 'rule-port' | 'subset' | 'subset-port';

const SILENT: ResolvedPolicy = { tls: undefined, loadBalancer: undefined, from: 'rule' };

/** The policy of a rule for one Service port and, if asked, subset (sidecar.md E1-E3). */
export function resolvedPolicy(rule: ConsolidatedRule | undefined, servicePort: number, subset: string | undefined): ResolvedPolicy {
  if (rule === undefined) return SILENT;
  const whole = forPort(rule.trafficPolicy, servicePort, ['rule', 'rule-port']);
  const part = forPort(subsetPolicy(rule, subset), servicePort, ['subset', 'subset-port']);
  if (whole === undefined || part === undefined) return part ?? whole ?? SILENT;
  if (part.from === 'subset-port') return part;
  return {
    tls: part.tls ?? whole.tls,
    loadBalancer: part.loadBalancer ?? whole.loadBalancer,
    from: part.tls === undefined ? whole.from : part.from,
  };
}

/** The policy that a subset writes itself; `undefined` also for a subset that the rule does not know. */
export function subsetPolicy(rule: ConsolidatedRule, name: string | undefined): TrafficPolicy | undefined {
  return rule.subsets.find(({ subset }) => subset.name === name)?.subset.trafficPolicy;
}

function forPort(
  policy: TrafficPolicy | undefined,
  servicePort: number,
  [level, portLevel]: readonly [PolicyLevel, PolicyLevel],
): ResolvedPolicy | undefined {
  if (policy === undefined) return undefined;
  const port = policy.ports.find((entry) => entry.servicePort === servicePort);
  return port === undefined
    ? { tls: policy.tls, loadBalancer: policy.loadBalancer, from: level }
    : { tls: port.tls, loadBalancer: port.loadBalancer, from: portLevel };
}
