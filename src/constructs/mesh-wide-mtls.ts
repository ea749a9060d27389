import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { MeshWideMtlsProps } from './mesh-wide-mtls-props';
import { markClass } from '../tree/construct-mark';
import { register, validateLate } from '../tree/registration';
import { exceptionAnnotations } from './policy/exception-annotations';
import { meshNamespaceOf, rootNamespaceProblem } from './policy/mesh-namespace';
import { PairedRule } from './rule/paired-rule';
import { meshHost } from './rule/rule-host';
import { checkedMode } from './values/checked-mode';
import { policyObject } from './values/istio-object';
import { objectMetadata } from './values/object-metadata';

/**
 * What every workload of the mesh accepts: a PeerAuthentication without selector in the root namespace, called `default`.
 *
 * It stands in the namespace of its chart, else in the root namespace that the MeshProfile tells.
 *
 * @see https://istio.io/latest/docs/reference/config/security/peer_authentication/
 *
 * @example
 *
 * import { App, Chart } from 'cdk8s';
 * import { MeshWideMtls, MtlsMode } from 'cdk8s-istio-mtls';
 *
 * const app = new App();
 * const platform = new Chart(app, 'platform', { namespace: 'istio-system' });
 * new MeshWideMtls(platform, 'mesh', { mode: MtlsMode.PERMISSIVE });
 */
export class MeshWideMtls extends ApiObject {
  /** The rule that makes clients agree, if one was asked for. */
  public readonly pairedRule?: ApiObject;

  constructor(scope: Construct, id: string, props: MeshWideMtlsProps) {
    const namespace = meshNamespaceOf(scope, props);
    const metadata = objectMetadata(props.metadata, 'default', namespace, props.exception && exceptionAnnotations(props.exception));
    const rule = props.pairedRule && new PairedRule(scope, props.pairedRule, meshHost(props.pairedRule), props.mode, namespace);
    super(scope, id, policyObject(props.apiVersion, metadata, { mtls: { mode: checkedMode(props.mode) } }));
    this.pairedRule = rule?.attach(this, props.apiVersion);
    register(this);
    // A profile may be created after the policy.
    validateLate(this, () => [rootNamespaceProblem(this, namespace)].filter((problem) => problem !== undefined));
  }
}

markClass(MeshWideMtls, 'policy');
