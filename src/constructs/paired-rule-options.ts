import { IConstruct } from 'constructs';
import { TrafficSettings } from './traffic-settings';

/**
 * The rule that makes clients send what a policy accepts.
 *
 * Most meshes need none: auto mTLS chooses for each pod. A rule switches that choice off, so it must be right for every pod and port of its host.
 * It has no mode of its own: STRICT and PERMISSIVE give ISTIO_MUTUAL, DISABLE gives DISABLE, port by port. A policy without a mode of its own inherits
 * one that is not known here, so it cannot have a paired rule.
 */
export interface PairedRuleOptions extends TrafficSettings {
  /**
   * Namespaces whose clients see the rule; `.` is its own, `*` every one.
   *
   * @default - every namespace
   */
  readonly exportTo?: string[];
}

/** The rule for a mesh-wide policy. */
export interface MeshPairedRuleOptions extends PairedRuleOptions {
  /** The hosts that it is for. `*.local` would reach the API server and every namespace without proxies as well. */
  readonly host: string;
}

/** The rule for a workload policy. Give `service` or `host`. */
export interface WorkloadPairedRuleOptions extends PairedRuleOptions {
  /**
   * The Service that clients dial: its ApiObject, or a construct around it. Ports of the policy are found by its target ports.
   *
   * @default - `host` is given
   */
  readonly service?: IConstruct;

  /**
   * The host that clients dial. A policy whose ports need different client TLS needs `service` instead.
   *
   * @default - that of `service`
   */
  readonly host?: string;
}
