import { ExportSet } from './export-to';
import { Labels } from '../model/resource';
import { Rule, Subset, TrafficPolicy } from '../model/rule';

/** What istiod makes of the rules for one host in one namespace (sidecar.md D10). */
export interface ConsolidatedRule {
  /** The object whose identity the result keeps: the first of `from`. */
  readonly rule: Rule;
  /** All objects that went in, in order. */
  readonly from: readonly Rule[];
  /** Rule host after resolution. */
  readonly host: string;
  readonly exportTo: ExportSet;
  readonly workloadSelector: Labels | undefined;
  readonly trafficPolicy: TrafficPolicy | undefined;
  /** The object that gave `trafficPolicy`. */
  readonly trafficPolicyFrom: Rule | undefined;
  readonly subsets: readonly OwnedSubset[];
}

export interface OwnedSubset {
  readonly subset: Subset;
  readonly from: Rule;
}

/** What a merge takes away from a rule that got no entry of its own. */
export interface MergeLoss {
  /** The rule that loses. */
  readonly rule: Rule;
  /** The rule that keeps its own instead. */
  readonly keptBy: Rule;
  /** `visibility`: namespaces that only the losing rule is exported to, or workloads that only it serves, are left without a rule (D12, D15). */
  readonly kind: 'traffic-policy' | 'subset' | 'visibility';
  readonly subset: string | undefined;
  readonly dropped: TrafficPolicy | undefined;
  readonly kept: TrafficPolicy | undefined;
  /** Manifests do not say which of the two is older: after another apply the loss may fall on the other one. */
  readonly ambiguous: boolean;
}
