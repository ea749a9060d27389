import { MutualTlsOptions, ServerVerification, SimpleTlsOptions } from './client-tls-options';
import { TlsBlock, tlsBlock } from './rule/tls-block';

/**
 * What a client sends: plaintext, TLS, or mutual TLS.
 *
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/#ClientTLSSettings
 *
 * @example
 *
 * import { Chart } from 'cdk8s';
 * import { ClientTls, MtlsDestinationRule } from 'cdk8s-istio-mtls';
 *
 * declare const chart: Chart;
 * new MtlsDestinationRule(chart, 'vendor', {
 *   host: 'api.vendor.example',
 *   tls: ClientTls.simple({ sni: 'api.vendor.example', caCertificates: '/etc/certs/vendor.pem' }),
 * });
 */
export class ClientTls {
  /** DISABLE: plaintext. */
  public static disable(): ClientTls {
    // From JavaScript, something may have been passed nevertheless.
    // eslint-disable-next-line prefer-rest-params
    return new ClientTls(tlsBlock('DISABLE', arguments[0] ?? {}));
  }

  /**
   * SIMPLE: only the server shows a certificate.
   *
   * @param options how the server is judged
   */
  public static simple(options: SimpleTlsOptions = {}): ClientTls {
    return new ClientTls(tlsBlock('SIMPLE', options));
  }

  /**
   * MUTUAL: both sides show certificates that you provide.
   *
   * @param options the client's certificate and key, or a credential, and how the server is judged
   */
  public static mutual(options: MutualTlsOptions): ClientTls {
    return new ClientTls(tlsBlock('MUTUAL', options ?? {}));
  }

  /**
   * ISTIO_MUTUAL: both sides show the certificates of the mesh.
   *
   * @param options how the server is judged
   */
  public static istioMutual(options: ServerVerification = {}): ClientTls {
    return new ClientTls(tlsBlock('ISTIO_MUTUAL', options));
  }

  private constructor(private readonly block: TlsBlock) {}

  /** @internal */
  public get _block(): TlsBlock {
    return this.block;
  }
}
