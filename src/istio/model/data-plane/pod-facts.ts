import { Fields } from '../../admission/fields';
import { Labels } from '../resource';

/** What a pod says about its own data plane. */
export interface PodFacts {
  readonly namespace: string | undefined;
  readonly labels: Labels;
  readonly annotations: Labels;
  readonly hostNetwork: boolean;
  /** Its `istio-proxy` container, if it has one. */
  readonly proxy: Fields | undefined;
}

/** What one source says: whether pods are enrolled, on which evidence, and whether that can be relied on. */
export interface Verdict {
  readonly enrolled: boolean;
  readonly evidence: string;
  readonly proven: boolean;
}
