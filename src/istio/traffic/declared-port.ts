import { IngressTls } from './connectivity';
import { endpointPortOf, workloadPortOf } from './workload-port';
import { isSubset } from '../model/index/selector-index';
import { Labels } from '../model/resource';
import { PortKind, ServiceEntry, ServicePort } from '../model/service';
import { MeshSnapshot } from '../model/snapshot';
import { Sidecar } from '../model/surroundings';
import { ContainerPort } from '../model/workload';

/** Whose port it is; the pods need not be in the snapshot. */
export interface PortOwner {
  readonly namespace: string | undefined;
  readonly podLabels: Labels;
  readonly containerPorts: readonly ContainerPort[];
  /** Set for endpoints that a ServiceEntry lists by address. */
  readonly address: string | undefined;
}

export interface DeclaredPort {
  readonly kind: PortKind;
  /** A Service, ServiceEntry or Sidecar names it. Others are detected (sidecar.md G2, G3). */
  readonly declared: boolean;
  /** The user's TLS, which istiod reads only where `ENABLE_TLS_ON_SIDECAR_INGRESS` is set (sidecar.md G6). */
  readonly userTls: UserTls | undefined;
}

export interface UserTls {
  readonly tls: IngressTls;
  /** What the port speaks once that TLS is taken off. */
  readonly kind: PortKind;
}

/** What the inbound proxy of these pods knows about a workload port. */
export function declaredPort(mesh: MeshSnapshot, owner: PortOwner, workloadPort: number): DeclaredPort {
  const sidecar = mesh.sidecarOf(owner.namespace, owner.podLabels);
  if (sidecar !== undefined && sidecar.ingress.length > 0) {
    const listener = sidecar.ingress.find(({ port }) => port.number === workloadPort);
    if (listener === undefined) return undeclared();
    return { kind: listener.port.kind, declared: true, userTls: listener.tls ? userTlsOf(sidecar, listener.port) : undefined };
  }
  // one workload port has one chain, that of the oldest Service (sidecar.md G5)
  const port = fromServices(mesh, owner, workloadPort) ?? fromServiceEntries(mesh, owner, workloadPort);
  return port === undefined ? undeclared() : { kind: port.kind, declared: true, userTls: undefined };
}

function fromServices(mesh: MeshSnapshot, owner: PortOwner, workloadPort: number): ServicePort | undefined {
  const services = [...mesh.servicesOf(owner.namespace, owner.podLabels)].sort((a, b) => (a.createdAt ?? 0) - (b.createdAt ?? 0));
  return services.flatMap(({ ports }) => ports).find((port) => workloadPortOf(port, owner.containerPorts) === workloadPort);
}

function fromServiceEntries(mesh: MeshSnapshot, owner: PortOwner, workloadPort: number): ServicePort | undefined {
  for (const entry of mesh.serviceEntries) {
    if (entry.namespace !== owner.namespace) continue;
    const port = entry.ports.find((candidate) => endsAt(entry, candidate, owner, workloadPort));
    if (port !== undefined) return port;
  }
  return undefined;
}

function endsAt(entry: ServiceEntry, port: ServicePort, owner: PortOwner, workloadPort: number): boolean {
  const { workloadSelector } = entry;
  if (workloadSelector !== undefined) {
    return isSubset(workloadSelector, owner.podLabels) && workloadPortOf(port, owner.containerPorts) === workloadPort;
  }
  if (owner.address === undefined) return false;
  return entry.endpoints.some((endpoint) => endpoint.address === owner.address && endpointPortOf(port, endpoint) === workloadPort);
}

function undeclared(): DeclaredPort {
  return { kind: 'auto', declared: false, userTls: undefined };
}

function userTlsOf({ object }: Sidecar, { number, kind, protocol }: ServicePort): UserTls {
  const { spec } = object as { readonly spec: { readonly ingress: readonly WrittenIngress[] } };
  const mode = spec.ingress.find(({ port }) => Number(port?.number) === number)?.tls?.mode;
  return { tls: mode === 'MUTUAL' ? 'MUTUAL' : 'SIMPLE', kind: protocol === 'HTTPS' ? 'http' : kind };
}

interface WrittenIngress {
  readonly port?: { readonly number?: unknown };
  readonly tls?: { readonly mode?: unknown };
}
