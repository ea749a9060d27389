import { IstioResourceProps } from './istio-resource-props';
import { MtlsException } from './mtls-exception';

/** What every policy accepts. */
export interface MtlsPolicyProps extends IstioResourceProps {
  /**
   * Documents that this policy is weaker than what it would inherit.
   *
   * @default - no exception
   */
  readonly exception?: MtlsException;
}
