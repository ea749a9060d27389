import { ApiObject, Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import { MtlsDestinationRuleProps } from './mtls-destination-rule-props';
import { markClass } from '../tree/construct-mark';
import { register, validateLate } from '../tree/registration';
import { RuleSpec } from './rule/rule-spec';
import { ruleObject } from './values/istio-object';
import { messageOf } from './values/message-of';
import { nameBelowChart } from './values/name-below-chart';
import { namespaceOf } from './values/namespace-of';
import { objectMetadata } from './values/object-metadata';

/**
 * What clients send to a host: a DestinationRule.
 *
 * Istio uses one rule per host and does not merge rules of different hosts, so everything about a host belongs into one of them.
 * Its name is the path below the chart, so it is the id for a direct child of the chart.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 *
 * @example
 *
 * import { Chart } from 'cdk8s';
 * import { ClientTls, MtlsDestinationRule } from 'cdk8s-istio-mtls';
 *
 * declare const chart: Chart;
 * new MtlsDestinationRule(chart, 'reviews', {
 *   host: 'reviews.prod.svc.cluster.local',
 *   tls: ClientTls.istioMutual(),
 *   servicePorts: [{ servicePort: 9080, tls: ClientTls.disable() }],
 * });
 */
export class MtlsDestinationRule extends ApiObject {
  constructor(scope: Construct, id: string, props: MtlsDestinationRuleProps) {
    const namespace = namespaceOf(scope, props);
    const spec = new RuleSpec(scope, props, namespace);
    const metadata = objectMetadata(props.metadata, nameBelowChart(scope, id), namespace);
    super(scope, id, ruleObject(props.apiVersion, metadata, Lazy.any({ produce: () => spec.fields(this) })));
    register(this);
    if (spec.isLate) validateLate(this, () => messageOf(() => spec.fields(this)));
  }
}

markClass(MtlsDestinationRule, 'rule');
