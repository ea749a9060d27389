import { IConstruct } from 'constructs';
import { MtlsMode } from './mtls-mode';
import { MtlsPolicyProps } from './mtls-policy-props';
import { WorkloadPairedRuleOptions } from './paired-rule-options';

/** What a workload policy says, and to whose pods. Give `matchLabels` or `workload`. */
export interface WorkloadMtlsProps extends MtlsPolicyProps {
  /**
   * Labels that a pod must all carry.
   *
   * @default - those of `workload`
   */
  readonly matchLabels?: { [key: string]: string };

  /**
   * A Deployment, StatefulSet or DaemonSet of this App: its ApiObject, or a construct around it. The policy takes its `spec.selector.matchLabels`,
   * and finds named ports in its containers.
   *
   * @default - `matchLabels` are given
   */
  readonly workload?: IConstruct;

  /**
   * What the pods accept.
   *
   * @default - inherited from the namespace, else from the mesh
   */
  readonly mode?: MtlsMode;

  /**
   * Modes of single workload ports, by the number on which the container listens. `addPort` knows Service ports and exceptions as well.
   *
   * @default - every port has the mode of the policy
   */
  readonly portOverrides?: { [port: string]: MtlsMode };

  /**
   * Adds the rule that makes clients send what this policy accepts, port by port.
   *
   * @default - no rule, auto mTLS decides
   */
  readonly pairedRule?: WorkloadPairedRuleOptions;
}
