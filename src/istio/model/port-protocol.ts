import { PortKind } from './service';

const PROTOCOLS: ReadonlyMap<string, string> = new Map([
  ['http', 'HTTP'], ['http2', 'HTTP2'], ['http_proxy', 'HTTP_PROXY'], ['grpc', 'GRPC'], ['grpc-web', 'GRPC-WEB'],
  ['tcp', 'TCP'], ['tls', 'TLS'], ['https', 'HTTPS'], ['mongo', 'MONGO'], ['redis', 'REDIS'], ['mysql', 'MYSQL'], ['udp', 'UDP'],
]);

/** Names that the Service API reserves for `appProtocol`. */
const APP_PROTOCOLS: ReadonlyMap<string, string> = new Map([
  ['kubernetes.io/h2c', 'HTTP2'],
  ['kubernetes.io/ws', 'HTTP'],
  ['kubernetes.io/wss', 'HTTPS'],
]);

const HTTP_PROTOCOLS: ReadonlySet<string> = new Set(['HTTP', 'HTTP2', 'HTTP_PROXY', 'GRPC', 'GRPC-WEB']);

/** SMTP, DNS, MySQL, MongoDB: detection would break them, so that Istio takes undeclared ones for TCP. */
const NEVER_DETECTED: ReadonlySet<number> = new Set([25, 53, 3306, 27017]);

/** A protocol by its own word, in any case, as a ServiceEntry or Sidecar names it. */
export function protocolOf(word: string | undefined): string | undefined {
  return word === undefined ? undefined : PROTOCOLS.get(word.toLowerCase());
}

/** The protocol that a Service port declares: `appProtocol` first, else the part of the name before the first hyphen. */
export function servicePortProtocol(servicePort: number, name: string | undefined, appProtocol: string | undefined): string | undefined {
  const reserved = appProtocol === undefined ? undefined : APP_PROTOCOLS.get(appProtocol);
  return reserved ?? protocolOfName(appProtocol ?? name ?? '') ?? (NEVER_DETECTED.has(servicePort) ? 'TCP' : undefined);
}

/** How the proxy treats a port of this protocol (ambient-and-traffic.md C, declared protocol). */
export function portKind(protocol: string | undefined): PortKind {
  if (protocol === undefined) return 'auto';
  return HTTP_PROTOCOLS.has(protocol) ? 'http' : 'tcp';
}

function protocolOfName(name: string): string | undefined {
  const lower = name.toLowerCase();
  if (lower.startsWith('grpc-web')) return 'GRPC-WEB';
  const hyphen = lower.indexOf('-');
  const protocol = PROTOCOLS.get(hyphen < 0 ? lower : lower.slice(0, hyphen));
  return protocol === 'UDP' ? undefined : protocol;
}
