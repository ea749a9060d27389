import { TlsSettings, TrafficPolicy } from '../../istio/model/rule';

/** Any Service port that the policies at hand do not name. */
const OTHER_PORTS = undefined;

/**
 * Whether traffic would lose a `tls` block if `kept` held instead of `dropped`: at some Service port `dropped` says one, and `kept`
 * says another or none there (sidecar.md E2).
 */
export function losesTls(dropped: TrafficPolicy | undefined, kept: TrafficPolicy | undefined): boolean {
  const ports = new Set([dropped, kept].flatMap((policy) => (policy?.ports ?? []).map(({ servicePort }) => servicePort)));
  return [OTHER_PORTS, ...ports].some((port) => {
    const wanted = tlsAt(dropped, port);
    return wanted !== undefined && !equalTls(wanted, tlsAt(kept, port));
  });
}

function tlsAt(policy: TrafficPolicy | undefined, servicePort: number | undefined): TlsSettings | undefined {
  const port = servicePort === undefined ? undefined : policy?.ports.find((entry) => entry.servicePort === servicePort);
  return port === undefined ? policy?.tls : port.tls;
}

function equalTls(one: TlsSettings, other: TlsSettings | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
