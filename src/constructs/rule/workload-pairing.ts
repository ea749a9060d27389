import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';
import { isAbsent } from '../../istio/admission/fields';
import { IstioApiVersion } from '../istio-api-version';
import { WorkloadPairedRuleOptions } from '../paired-rule-options';
import { differingPorts } from './differing-ports';
import { PairedRule } from './paired-rule';
import { RuleHost, ruleHost } from './rule-host';
import { refuseOtherNamespace } from '../policy/workload-matching';
import { WorkloadPolicy } from '../policy/workload-policy';

/** A workload policy and the rule that agrees with it, port by port. */
export class WorkloadPairing {
  private readonly host: RuleHost;
  private readonly rule: PairedRule;

  constructor(scope: IConstruct, options: WorkloadPairedRuleOptions, private readonly policy: WorkloadPolicy, namespace: string) {
    if (isAbsent(options.host) && isAbsent(options.service)) throw new Error('pairedRule of a workload policy has no host; give it `service`, or `host`');
    this.host = ruleHost(options.host, options.service, namespace);
    if (this.host.service !== undefined) refuseOtherNamespace(this.host.service, namespace);
    this.rule = new PairedRule(scope, options, this.host, policy.mode, namespace);
  }

  public attach(construct: ApiObject, version: IstioApiVersion | undefined): ApiObject {
    return this.rule.attach(construct, version, () => differingPorts(this.policy, this.host.service));
  }

  /** Throws when the rule cannot agree with the policy. */
  public spec(construct: ApiObject): unknown {
    return this.rule.spec(construct, differingPorts(this.policy, this.host.service));
  }
}
