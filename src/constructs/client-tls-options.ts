/** How the certificate of the server is judged. */
export interface ServerVerification {
  /**
   * The server name that the client asks for.
   *
   * @default - the host of the request; under ISTIO_MUTUAL a name that Istio makes up
   */
  readonly sni?: string;

  /**
   * Names that the certificate of the server must carry.
   *
   * @default - those that the service has; none is checked where Istio knows none
   */
  readonly subjectAltNames?: string[];
}

/** TLS in which only the server shows a certificate. */
export interface SimpleTlsOptions extends ServerVerification {
  /**
   * The file with the authorities that the client trusts.
   *
   * @default - those of the operating system
   */
  readonly caCertificates?: string;

  /**
   * The file with revoked certificates.
   *
   * @default - none
   */
  readonly caCrl?: string;

  /**
   * The secret with the authorities. Sidecars honour it only in a rule with `workloadSelector`; without one they send plaintext.
   *
   * @default - none
   */
  readonly credentialName?: string;

  /**
   * Accept any certificate of the server.
   *
   * @default false
   */
  readonly insecureSkipVerify?: boolean;
}

/** TLS in which both sides show certificates that you provide: the files, or a credential. */
export interface MutualTlsOptions extends SimpleTlsOptions {
  /**
   * The file with the client's certificate.
   *
   * @default - `credentialName` has it
   */
  readonly clientCertificate?: string;

  /**
   * The file with the client's private key.
   *
   * @default - `credentialName` has it
   */
  readonly privateKey?: string;
}
