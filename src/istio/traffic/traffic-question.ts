import { ApplicationProtocol, IngressTls } from './connectivity';
import { TlsClient, TlsDestination } from '../client-tls/client-tls-question';
import { DataPlane } from '../model/data-plane';
import { Labels } from '../model/resource';
import { PortKind, Service, ServiceEntry } from '../model/service';
import { Workload } from '../model/workload';

/** One client, one endpoint. Built from the snapshot by `client-of`, `destination-of` and `server-of`, or described by hand. */
export interface TrafficQuestion {
  readonly client: TrafficClient;
  readonly server: TrafficServer;
  /** The service dialled; `undefined`: the pod's own address, which proxies pass through as it comes. */
  readonly destination: TrafficDestination | undefined;
  readonly call: TrafficCall;
  /** `meshConfig.trustDomainAliases` */
  readonly trustDomainAliases?: readonly string[];
}

export type ClientKind = 'sidecar' | 'gateway' | 'ambient' | 'none' | 'kubelet' | 'unknown';

export interface TrafficClient extends Omit<TlsClient, 'proxy'> {
  readonly kind: ClientKind;
  /** The certificate it shows if it shows one of its own; `undefined`: not known. */
  readonly certificate: ClientCertificate | undefined;
  /** The injector turns kubelet probes to the agent's port (ambient-and-traffic.md C8). */
  readonly probesRewritten: boolean;
  /** The input says what kind of client it is. */
  readonly proven: boolean;
}

export interface ClientCertificate {
  readonly issuedByMesh: boolean;
  /** `undefined`: the mesh's own. */
  readonly trustDomain: string | undefined;
}

export interface TrafficDestination extends TlsDestination {
  /** `undefined`: not in the input. */
  readonly service: Service | ServiceEntry | undefined;
}

export interface TrafficServer {
  readonly namespace: string | undefined;
  readonly podLabels: Labels;
  readonly dataPlane: DataPlane;
  /** The input says which data plane it is. */
  readonly proven: boolean;
  readonly workloadPort: number;
  readonly portKind: PortKind;
  readonly ingressTls: IngressTls | undefined;
  /** False for ports that never reach the proxy (ambient-and-traffic.md C9, A20). */
  readonly captured: boolean;
  readonly tlsMode: string | undefined;
  /** A sidecar that listens for HBONE; ambient pods always do. */
  readonly hbone: boolean;
  /** Clients of the mesh go through a waypoint. */
  readonly waypoint: boolean;
  /** The server speaks first, as MySQL and SMTP do. */
  readonly serverFirst: boolean;
  /** SPIFFE name in its certificate. Of a server without proxy: it takes TLS off itself and shows this. `undefined`: not known. */
  readonly identity: string | undefined;
  /** `undefined`: not in the input. */
  readonly workload: Workload | undefined;
}

export interface TrafficCall {
  /** `auto`: the client's proxy, if any, decides what the application's bytes become. Else: what arrives, whatever rules say. */
  readonly sends: 'auto' | 'plaintext' | 'tls' | 'mtls';
  readonly application: ApplicationProtocol;
  /** The application speaks TLS itself, e.g. to an HTTPS port. */
  readonly applicationTls: boolean;
}
