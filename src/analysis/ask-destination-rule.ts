import { DestinationRuleOptions } from './destination-rule-options';
import { DestinationRuleResult } from './destination-rule-result';
import { mtlsObjectOf } from './mtls-object-of';
import { MeshSnapshot } from '../istio/model/snapshot';
import { resolvedPolicy } from '../istio/rule-selection/resolved-policy';
import { selectRule } from '../istio/rule-selection/select-rule';

/** No Service port has this number: only settings of the rule as a whole remain. */
const NO_PORT = 0;

export function askDestinationRule(mesh: MeshSnapshot, options: DestinationRuleOptions): DestinationRuleResult {
  const { clientNamespace, clientLabels = {}, host, servicePort = NO_PORT, subset } = options;
  const { rule, host: matched, place, ambiguous, rules } = selectRule(mesh, {
    client: { namespace: clientNamespace, labels: new Map(Object.entries(clientLabels)) },
    service: { host, namespace: options.serviceNamespace ?? namespaceOf(mesh, host) },
  });
  const tlsMode = resolvedPolicy(rule, servicePort, subset).tls?.mode;
  return {
    ...(rule === undefined ? {} : { rule: mtlsObjectOf(rule.rule) }),
    from: (rule?.from ?? []).map(mtlsObjectOf),
    ...(matched === undefined ? {} : { host: matched }),
    ...(place === undefined ? {} : { place }),
    ...(tlsMode === undefined ? {} : { tlsMode }),
    ambiguous,
    rules: [...rules],
  };
}

/** Where the object with this host lives; what the name suggests counts only if no object says it (sidecar.md D5). */
function namespaceOf(mesh: MeshSnapshot, host: string): string | undefined {
  const known = mesh.serviceByHost(host) ?? mesh.serviceEntriesByHost(host)[0];
  if (known !== undefined) return known.namespace;
  const suffix = `.svc.${mesh.profile.clusterDomain}`;
  return host.endsWith(suffix) ? host.slice(0, -suffix.length).split('.')[1] : undefined;
}
