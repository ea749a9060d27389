import { IConstruct } from 'constructs';
import { ServiceReference } from './kubernetes/service-reference';
import { LatePort, PortReference, workloadPort } from './policy/port-reference';

/**
 * A port of a workload, named by its own number or by the Service port that leads to it.
 *
 * Policies count the ports on which pods listen, rules and clients those of the Service. Give either; the number that each needs is found.
 *
 * @example
 *
 * import { ApiObject } from 'cdk8s';
 * import { MtlsMode, MtlsPort, WorkloadMtls } from 'cdk8s-istio-mtls';
 *
 * declare const service: ApiObject;
 * declare const policy: WorkloadMtls;
 * policy.addPort(MtlsPort.workload(9090), MtlsMode.PERMISSIVE);
 * policy.addPort(MtlsPort.ofService(service, 'http'), MtlsMode.DISABLE);
 */
export class MtlsPort {
  /**
   * The port on which the container listens.
   *
   * @param port a whole number from 1 to 65535
   */
  public static workload(port: number): MtlsPort {
    return new MtlsPort(workloadPort(port));
  }

  /**
   * The port behind a Service port, by its name.
   *
   * @param service a Service of this App: its ApiObject, or a construct around it
   * @param portName the name of the Service port
   */
  public static ofService(service: IConstruct, portName: string): MtlsPort {
    return new MtlsPort(new LatePort(new ServiceReference(service), portName));
  }

  /**
   * The port behind a Service port, by its number.
   *
   * @param service a Service of this App: its ApiObject, or a construct around it
   * @param portNumber the number that clients dial
   */
  public static ofServiceNumber(service: IConstruct, portNumber: number): MtlsPort {
    return new MtlsPort(new LatePort(new ServiceReference(service), portNumber));
  }

  private constructor(private readonly reference: PortReference) {}

  /** @internal */
  public get _reference(): PortReference {
    return this.reference;
  }
}
