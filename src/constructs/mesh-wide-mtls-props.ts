import { MtlsMode } from './mtls-mode';
import { MtlsPolicyProps } from './mtls-policy-props';
import { MeshPairedRuleOptions } from './paired-rule-options';

/** What a mesh-wide policy says. */
export interface MeshWideMtlsProps extends MtlsPolicyProps {
  /** What workloads accept, unless their namespace or a policy of their own says otherwise. */
  readonly mode: MtlsMode;

  /**
   * Adds the rule that makes clients send what this policy accepts.
   *
   * @default - no rule, auto mTLS decides
   */
  readonly pairedRule?: MeshPairedRuleOptions;
}
