import * as kplus from 'cdk8s-plus-33';
import { Construct } from 'constructs';
import { MtlsException, MtlsMode, MtlsPort, WorkloadMtls } from 'cdk8s-istio-mtls';

export interface WebServiceProps {
  readonly image: string;
  readonly team: string;
  /** What the service accepts: for a service that cannot speak mutual TLS, the exception says why. */
  readonly plaintext?: MtlsException;
}

/** The platform's template: a Deployment, its Service, and mutual TLS on every port but the one that Prometheus scrapes. */
export class WebService extends Construct {
  public readonly mtls: WorkloadMtls;

  constructor(scope: Construct, id: string, props: WebServiceProps) {
    super(scope, id);
    const deployment = new kplus.Deployment(this, 'deployment', {
      metadata: { name: id },
      replicas: 2,
      containers: [{ image: props.image, ports: [{ name: 'http', number: 8080 }, { name: 'metrics', number: 9090 }] }],
    });
    const service = deployment.exposeViaService({
      name: id,
      ports: [{ name: 'http', port: 80, targetPort: 8080 }, { name: 'metrics', port: 9090 }],
    });

    this.mtls = new WorkloadMtls(this, 'mtls', {
      workload: deployment,
      mode: props.plaintext ? MtlsMode.DISABLE : MtlsMode.STRICT,
      exception: props.plaintext,
      pairedRule: { service },
    });
    if (!props.plaintext) {
      this.mtls.allowScrape({ port: MtlsPort.ofService(service, 'metrics'), owner: props.team, reviewBy: '2027-06-30' });
    }
  }
}
