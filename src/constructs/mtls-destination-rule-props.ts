import { IConstruct } from 'constructs';
import { ClientTls } from './client-tls';
import { IstioResourceProps } from './istio-resource-props';
import { TrafficSettings } from './traffic-settings';

/** What a rule, a subset or a port says about traffic. */
export interface RuleTraffic extends TrafficSettings {
  /**
   * What clients send.
   *
   * @default - the rule says nothing about TLS, and auto mTLS decides; a subset or port takes what stands above it
   */
  readonly tls?: ClientTls;
}

/**
 * One Service port of a rule. Istio lets a port replace everything that the rule says; what is not given here is therefore repeated from the rule.
 */
export interface ServicePortRule extends RuleTraffic {
  /** The number that clients dial. */
  readonly servicePort: number;
}

/** A named part of a host's pods. */
export interface RuleSubset extends RuleTraffic {
  /** The name that routes use. */
  readonly name: string;

  /**
   * Labels of the pods.
   *
   * @default - every pod of the host
   */
  readonly labels?: { [key: string]: string };

  /**
   * Ports that differ from the rest of the subset.
   *
   * @default - none
   */
  readonly servicePorts?: ServicePortRule[];
}

/** What a rule says, and to whom. */
export interface MtlsDestinationRuleProps extends IstioResourceProps, RuleTraffic {
  /**
   * The host that clients dial: a name such as "reviews.prod.svc.cluster.local", or with `*` in front.
   *
   * @default - that of `service`
   */
  readonly host?: string;

  /**
   * The Service that clients dial, instead of `host`: its ApiObject, or a construct around it. Its ports are then checked as well.
   *
   * @default - `host` is given
   */
  readonly service?: IConstruct;

  /**
   * Service ports that differ from the rest of the rule.
   *
   * @default - none
   */
  readonly servicePorts?: ServicePortRule[];

  /**
   * Named parts of the host's pods.
   *
   * @default - none
   */
  readonly subsets?: RuleSubset[];

  /**
   * Namespaces whose clients see the rule; `.` is its own, `*` every one.
   *
   * @default - every namespace
   */
  readonly exportTo?: string[];

  /**
   * Labels of the clients that the rule is for, in its own namespace.
   *
   * @default - every client that sees the rule
   */
  readonly workloadSelector?: { [key: string]: string };
}
