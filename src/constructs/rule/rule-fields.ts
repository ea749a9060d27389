import { Fields, isAbsent } from '../../istio/admission/fields';
import { MtlsDestinationRuleProps } from '../mtls-destination-rule-props';
import { subsetFields } from './subset-fields';
import { policyFields, portFields, trafficPolicy } from './traffic-policy';
import { checkedLabels } from '../policy/workload-matching';
import { copied } from '../values/copied';

/** Everything of a rule's spec but the host. */
export function ruleFields({ exportTo, workloadSelector, ...props }: MtlsDestinationRuleProps): Fields {
  const own = policyFields(props);
  const ports = portFields(props.servicePorts ?? [], () => own);
  const subsets = subsetFields(props.subsets ?? [], own, ports);
  return {
    trafficPolicy: trafficPolicy(own, ports),
    subsets: subsets.length === 0 ? undefined : subsets,
    exportTo: copied(exportTo),
    workloadSelector: isAbsent(workloadSelector) ? undefined : { matchLabels: { ...checkedLabels('workloadSelector', workloadSelector!) } },
  };
}
