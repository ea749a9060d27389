import { IConstruct } from 'constructs';
import { Fields } from '../../istio/admission/fields';
import { MtlsDestinationRuleProps } from '../mtls-destination-rule-props';
import { refuseRule } from './refuse-rule';
import { ruleFields } from './rule-fields';
import { RuleHost, ruleHost } from './rule-host';

/** The spec of a rule. What depends on a Service or a profile is read at synth, the rest is checked at once. */
export class RuleSpec {
  private readonly host: RuleHost;
  private readonly body: Fields;
  private readonly servicePorts: readonly number[];

  constructor(scope: IConstruct, props: MtlsDestinationRuleProps, namespace: string) {
    this.host = ruleHost(props.host, props.service, namespace);
    this.body = ruleFields(props);
    this.servicePorts = [props, ...props.subsets ?? []].flatMap((part) => part.servicePorts ?? []).map(({ servicePort }) => servicePort);
    refuseRule({ host: this.host.name(scope), ...this.body }, namespace);
  }

  /** Whether something is only known at synth. */
  public get isLate(): boolean {
    return this.host.service !== undefined;
  }

  public fields(construct: IConstruct): Fields {
    for (const servicePort of this.servicePorts) this.host.service?.port(servicePort);
    return { host: this.host.name(construct), ...this.body };
  }
}
