import { MtlsException } from './mtls-exception';

/** More about the mode of a port. */
export interface PortOptions {
  /**
   * Documents that this port is weaker than the rest of the workload.
   *
   * @default - no exception
   */
  readonly exception?: MtlsException;
}
