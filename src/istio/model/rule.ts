import { TlsMode } from './mode';
import { Labels, Resource } from './resource';

/** A `tls` block. */
export interface TlsSettings {
  /** `DISABLE` when absent (sidecar.md B1). */
  readonly mode: TlsMode;
  readonly modeGiven: boolean;
  readonly sni: string | undefined;
  readonly subjectAltNames: readonly string[];
  readonly credentialName: string | undefined;
  readonly clientCertificate: string | undefined;
  readonly privateKey: string | undefined;
  readonly caCertificates: string | undefined;
  readonly caCrl: string | undefined;
  readonly insecureSkipVerify: boolean;
}

/** One entry of `portLevelSettings`. */
export interface PortTrafficPolicy {
  /** Service port; `undefined` for `port: {}`, which matches nothing. */
  readonly servicePort: number | undefined;
  readonly tls: TlsSettings | undefined;
  readonly loadBalancer: string | undefined;
}

export interface TrafficPolicy {
  readonly tls: TlsSettings | undefined;
  /** `loadBalancer.simple`, because PASSTHROUGH switches per-endpoint TLS off (F5). */
  readonly loadBalancer: string | undefined;
  /** In the order of the manifest: the first entry for a number wins (E2). */
  readonly ports: readonly PortTrafficPolicy[];
}

export interface Subset {
  readonly name: string;
  readonly labels: Labels;
  readonly trafficPolicy: TrafficPolicy | undefined;
}

/** A DestinationRule. */
export interface Rule extends Resource {
  /** As written. */
  readonly host: string;
  /** After short name expansion (sidecar.md D1). */
  readonly resolvedHost: string;
  /** Empty when absent. */
  readonly exportTo: readonly string[];
  /** Present, possibly without labels, when the field is (D14). */
  readonly workloadSelector: Labels | undefined;
  readonly trafficPolicy: TrafficPolicy | undefined;
  readonly subsets: readonly Subset[];
}
