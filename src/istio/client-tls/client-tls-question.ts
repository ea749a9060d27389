import { Labels } from '../model/resource';
import { RuleService } from '../rule-selection/rule-answer';

export interface ClientTlsQuestion {
  readonly client: TlsClient;
  readonly destination: TlsDestination;
  readonly endpoint: TlsEndpoint;
}

export interface TlsClient {
  readonly proxy: 'sidecar' | 'gateway' | 'none';
  readonly namespace: string | undefined;
  readonly labels: Labels;
  /** Tunnels to endpoints that take HBONE (ambient-and-traffic.md B5). */
  readonly sendsHbone: boolean;
  /** Certificate files named in the proxy's metadata, `TLS_CLIENT_*` (sidecar.md E11). */
  readonly metadataCertificates: boolean;
}

export interface TlsDestination extends RuleService {
  readonly servicePort: number;
  readonly subset: string | undefined;
  /** Headless Service, or ServiceEntry with resolution NONE: the proxy does not choose the endpoint. */
  readonly headless: boolean;
  readonly meshExternal: boolean;
  /** `security.istio.io/tlsMode` of every endpoint of the service, subsets or not; `undefined`: an endpoint without it. */
  readonly tlsModes: readonly (string | undefined)[];
}

/** The pod (or VM) that a connection ends at. */
export interface TlsEndpoint {
  readonly namespace: string | undefined;
  readonly podLabels: Labels;
  readonly workloadPort: number;
  readonly tlsMode: string | undefined;
  /** Listens for HBONE. */
  readonly hbone: boolean;
}
