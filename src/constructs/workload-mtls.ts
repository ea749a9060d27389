import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { AllowOptions } from './allow-options';
import { MtlsMode } from './mtls-mode';
import { MtlsPort } from './mtls-port';
import { markClass } from '../tree/construct-mark';
import { register } from '../tree/registration';
import { annotate } from './policy/annotate';
import { exceptionAnnotations } from './policy/exception-annotations';
import { LateValues } from './policy/late-values';
import { portModeOf } from './policy/port-modes';
import { WorkloadPolicy } from './policy/workload-policy';
import { PortOptions } from './port-options';
import { WorkloadPairing } from './rule/workload-pairing';
import { policyObject } from './values/istio-object';
import { nameBelowChart } from './values/name-below-chart';
import { namespaceOf } from './values/namespace-of';
import { objectMetadata } from './values/object-metadata';
import { WorkloadMtlsProps } from './workload-mtls-props';

/**
 * What the pods of one workload accept, as a whole and port by port: a PeerAuthentication with selector.
 *
 * Its name is the path below the chart, so it is the id for a direct child of the chart.
 *
 * @see https://istio.io/latest/docs/reference/config/security/peer_authentication/
 *
 * @example
 *
 * import { Chart } from 'cdk8s';
 * import { MtlsMode, WorkloadMtls } from 'cdk8s-istio-mtls';
 *
 * declare const chart: Chart;
 * new WorkloadMtls(chart, 'api-gateway', {
 *   matchLabels: { app: 'api-gateway' },
 *   mode: MtlsMode.STRICT,
 *   portOverrides: { 8081: MtlsMode.PERMISSIVE },
 * });
 */
export class WorkloadMtls extends ApiObject {
  /** The rule that makes clients agree, if one was asked for. */
  public readonly pairedRule?: ApiObject;

  private readonly policy: WorkloadPolicy;
  private late?: LateValues;

  constructor(scope: Construct, id: string, props: WorkloadMtlsProps) {
    const namespace = namespaceOf(scope, props);
    const policy = new WorkloadPolicy(props, namespace);
    const pairing = props.pairedRule && new WorkloadPairing(scope, props.pairedRule, policy, namespace);
    const metadata = objectMetadata(props.metadata, nameBelowChart(scope, id), namespace, props.exception && exceptionAnnotations(props.exception));
    super(scope, id, policyObject(props.apiVersion, metadata, policy.spec));
    this.policy = policy;
    this.pairedRule = pairing?.attach(this, props.apiVersion);
    register(this);
    if (pairing !== undefined || policy.isLate) this.late = new LateValues(this, policy, pairing);
  }

  /**
   * Gives a port a mode of its own.
   *
   * @param port the workload port, or the Service port that leads to it
   * @param mode what the port accepts
   * @param options more about it
   */
  public addPort(port: MtlsPort, mode: MtlsMode, options: PortOptions = {}): void {
    const entry = portModeOf(port, mode, options.exception, this.metadata.namespace!);
    this.policy.add(entry);
    if (typeof entry.port !== 'number') this.late ??= new LateValues(this, this.policy, undefined);
    else if (entry.exception !== undefined) annotate(this.metadata, exceptionAnnotations(entry.exception, entry.port));
  }

  /**
   * Lets the API server call a webhook on this port: it has no mesh identity. Mutual TLS is accepted as well.
   *
   * @param options the port, and who answers for it
   */
  public allowWebhook(options: AllowOptions): void {
    this.allow(options, 'the API server calls webhooks without a mesh identity');
  }

  /**
   * Lets a monitoring system outside the mesh scrape this port. Mutual TLS is accepted as well.
   *
   * @param options the port, and who answers for it
   */
  public allowScrape(options: AllowOptions): void {
    this.allow(options, 'metrics are scraped from outside the mesh');
  }

  /**
   * Lets a load balancer, and whoever comes through it, reach this port without a mesh identity. Mutual TLS is accepted as well.
   *
   * @param options the port, and who answers for it
   */
  public allowLoadBalancer(options: AllowOptions): void {
    this.allow(options, 'a load balancer outside the mesh sends traffic and health checks');
  }

  /** Renders the object to Kubernetes JSON. */
  public toJson(): any {
    this.late?.annotate();
    return super.toJson();
  }

  private allow({ port, owner, reviewBy, reason, ticket }: AllowOptions, usualReason: string): void {
    this.addPort(port, MtlsMode.PERMISSIVE, { exception: { owner, reviewBy, reason: reason ?? usualReason, ticket } });
  }
}

markClass(WorkloadMtls, 'policy');
