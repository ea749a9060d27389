import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { NamespaceMtlsProps } from './namespace-mtls-props';
import { markClass } from '../tree/construct-mark';
import { register } from '../tree/registration';
import { exceptionAnnotations } from './policy/exception-annotations';
import { PairedRule } from './rule/paired-rule';
import { hostOfNamespace } from './rule/rule-host';
import { checkedMode } from './values/checked-mode';
import { policyObject } from './values/istio-object';
import { namespaceOf } from './values/namespace-of';
import { objectMetadata } from './values/object-metadata';

/**
 * What every workload of a namespace accepts: a PeerAuthentication without selector, called `default`.
 *
 * @see https://istio.io/latest/docs/reference/config/security/peer_authentication/
 *
 * @example
 *
 * import { App, Chart } from 'cdk8s';
 * import { MtlsMode, NamespaceMtls } from 'cdk8s-istio-mtls';
 *
 * const app = new App();
 * const production = new Chart(app, 'production', { namespace: 'production' });
 * new NamespaceMtls(production, 'strict', { mode: MtlsMode.STRICT });
 */
export class NamespaceMtls extends ApiObject {
  /** The rule that makes clients agree, if one was asked for. */
  public readonly pairedRule?: ApiObject;

  constructor(scope: Construct, id: string, props: NamespaceMtlsProps) {
    const namespace = namespaceOf(scope, props);
    const metadata = objectMetadata(props.metadata, 'default', namespace, props.exception && exceptionAnnotations(props.exception));
    const rule = props.pairedRule && new PairedRule(scope, props.pairedRule, hostOfNamespace(namespace), props.mode, namespace);
    super(scope, id, policyObject(props.apiVersion, metadata, { mtls: { mode: checkedMode(props.mode) } }));
    this.pairedRule = rule?.attach(this, props.apiVersion);
    register(this);
  }
}

markClass(NamespaceMtls, 'policy');
