import { MtlsPort } from './mtls-port';

/** Which port callers without a mesh identity may reach, and who answers for it. */
export interface AllowOptions {
  /** The port that accepts plaintext beside mutual TLS. */
  readonly port: MtlsPort;

  /** The team or person who answers for the exception. */
  readonly owner: string;

  /** The day on which somebody looks again, as `YYYY-MM-DD`. */
  readonly reviewBy: string;

  /**
   * Why mutual TLS is not possible here.
   *
   * @default - the reason that the method stands for
   */
  readonly reason?: string;

  /**
   * Where the exception was agreed.
   *
   * @default - no ticket
   */
  readonly ticket?: string;
}
