import { ApiObject, Lazy } from 'cdk8s';
import { IConstruct } from 'constructs';
import { Fields } from '../../istio/admission/fields';
import { TlsMode } from '../../istio/model/mode';
import { IstioApiVersion } from '../istio-api-version';
import { MtlsMode } from '../mtls-mode';
import { PairedRuleOptions } from '../paired-rule-options';
import { clientTlsFor } from './client-tls-for';
import { refuseRule } from './refuse-rule';
import { RuleHost } from './rule-host';
import { repeatedAtPorts, trafficFields } from './traffic-fields';
import { trafficPolicy } from './traffic-policy';
import { copied } from '../values/copied';
import { ruleObject } from '../values/istio-object';

/** Client TLS of the Service ports that differ from the rest of the rule. */
export type DifferingPorts = ReadonlyMap<number, TlsMode>;

const NONE: DifferingPorts = new Map();

/** A paired rule before its policy stands in the tree: everything is checked first, so that a wrong value leaves nothing behind. */
export class PairedRule {
  private readonly exportTo: string[] | undefined;
  private readonly settings: Fields;
  private readonly tls: TlsMode;

  constructor(scope: IConstruct, options: PairedRuleOptions, private readonly host: RuleHost, mode: MtlsMode | undefined, namespace: string) {
    this.exportTo = copied(options.exportTo);
    this.settings = trafficFields(options);
    this.tls = clientTlsFor(mode);
    refuseRule(this.spec(scope, NONE), namespace);
  }

  /** Puts the rule below its policy, with the same name. */
  public attach(policy: ApiObject, version: IstioApiVersion | undefined, differing: () => DifferingPorts = () => NONE): ApiObject {
    const metadata = { name: policy.name, namespace: policy.metadata.namespace };
    return new ApiObject(policy, 'paired-rule', ruleObject(version, metadata, Lazy.any({ produce: () => this.spec(policy, differing()) })));
  }

  public spec(construct: IConstruct, differing: DifferingPorts): Fields {
    const ports = [...differing].map(([servicePort, mode]): [number, Fields] => [servicePort, { ...repeatedAtPorts(this.settings), tls: { mode } }]);
    return {
      host: this.host.name(construct),
      trafficPolicy: trafficPolicy({ ...this.settings, tls: { mode: this.tls } }, new Map(ports)),
      exportTo: this.exportTo,
    };
  }
}
