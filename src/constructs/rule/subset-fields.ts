import { Fields } from '../../istio/admission/fields';
import { shown } from '../../istio/admission/shown';
import { RuleSubset } from '../mtls-destination-rule-props';
import { policyFields, portFields, trafficPolicy } from './traffic-policy';

/** The `subsets` of a rule. A subset lies over the rule, except at its own ports, which stand alone (sidecar.md E3). */
export function subsetFields(subsets: readonly RuleSubset[], rule: Fields, rulePorts: ReadonlyMap<number, Fields>): readonly Fields[] {
  const names = new Set<string>();
  return subsets.map((subset) => {
    if (names.has(subset.name)) throw new Error(`subset ${shown(subset.name)} is given twice; write each subset once`);
    names.add(subset.name);
    const own = policyFields(subset);
    const ports = portFields(subset.servicePorts ?? [], (servicePort) => ({ ...rulePorts.get(servicePort) ?? rule, ...own }));
    return { name: subset.name, labels: subset.labels && { ...subset.labels }, trafficPolicy: trafficPolicy(own, ports) };
  });
}
