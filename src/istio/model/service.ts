import { Labels, Resource } from './resource';

/** How the proxy treats a port: declared HTTP, declared TCP-like, or detected. */
export type PortKind = 'http' | 'tcp' | 'auto';

export interface ServicePort {
  readonly name: string | undefined;
  /** What clients dial. */
  readonly number: number;
  /** Declared application protocol after Istio's rules (name prefix, `appProtocol`): `HTTP`, `HTTP2`, `GRPC`, `TCP`, `TLS`, `HTTPS`, `MYSQL`, ...; `undefined` = detected. */
  readonly protocol: string | undefined;
  readonly kind: PortKind;
  /** Number or name as written; absent means the Service port itself. */
  readonly targetPort: number | string | undefined;
  readonly nodePort: number | undefined;
}

/** A Kubernetes Service. */
export interface Service extends Resource {
  /** `<name>.<namespace>.svc.<cluster domain>`; `undefined` while the namespace is unknown. */
  readonly host: string | undefined;
  /** Empty when there is none: nothing is selected then. */
  readonly selector: Labels;
  readonly type: string;
  readonly headless: boolean;
  readonly externalName: string | undefined;
  readonly ports: readonly ServicePort[];
}

export interface ServiceEntryEndpoint {
  readonly address: string | undefined;
  readonly labels: Labels;
  readonly serviceAccount: string | undefined;
  readonly ports: ReadonlyMap<string, number>;
}

/** A ServiceEntry. Its hosts are services of the mesh registry, or external. */
export interface ServiceEntry extends Resource {
  readonly hosts: readonly string[];
  readonly ports: readonly ServicePort[];
  /** `location: MESH_EXTERNAL`, which is also the default. */
  readonly meshExternal: boolean;
  readonly resolution: string;
  readonly endpoints: readonly ServiceEntryEndpoint[];
  readonly workloadSelector: Labels | undefined;
  readonly exportTo: readonly string[];
}
