import { MtlsMode } from './mtls-mode';
import { MtlsPolicyProps } from './mtls-policy-props';
import { PairedRuleOptions } from './paired-rule-options';

/** What a namespace policy says. */
export interface NamespaceMtlsProps extends MtlsPolicyProps {
  /** What workloads of the namespace accept, unless a policy of their own says otherwise. */
  readonly mode: MtlsMode;

  /**
   * Adds the rule that makes clients send what this policy accepts, to every service of the namespace. A workload that differs needs a paired rule of its own.
   *
   * @default - no rule, auto mTLS decides
   */
  readonly pairedRule?: PairedRuleOptions;
}
