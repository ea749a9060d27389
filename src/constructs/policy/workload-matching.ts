import { entriesOf, isAbsent } from '../../istio/admission/fields';
import { labelKeyProblem, labelValueProblem } from '../../istio/admission/kubernetes-problems';
import { matchLabelsProblems } from '../../istio/admission/match-labels-problems';
import { shown } from '../../istio/admission/shown';
import { WorkloadReference } from '../kubernetes/workload-reference';
import { refuse, refuseAny } from '../values/refuse';
import { WorkloadMtlsProps } from '../workload-mtls-props';

/** Whose pods a policy is for. */
export interface WorkloadMatching {
  /** `undefined` when only labels are known. */
  readonly workload: WorkloadReference | undefined;
  labels(): Readonly<Record<string, string>>;
}

export function workloadMatching({ matchLabels, workload }: WorkloadMtlsProps, namespace: string): WorkloadMatching {
  if (isAbsent(matchLabels) === isAbsent(workload)) {
    throw new Error(`${isAbsent(matchLabels) ? 'neither matchLabels nor workload is' : 'both matchLabels and workload are'} given; write one of the two`);
  }
  if (!isAbsent(workload)) return matchingOf(new WorkloadReference(workload!), namespace);
  const labels = { ...checkedLabels('matchLabels', matchLabels!) };
  return { workload: undefined, labels: () => labels };
}

function matchingOf(workload: WorkloadReference, namespace: string): WorkloadMatching {
  refuseOtherNamespace(workload, namespace);
  return { workload, labels: () => checkedLabels('matchLabels', workload.labels()) };
}

/** Refuses labels that select nothing, everything, or that no pod can carry. */
export function checkedLabels(what: string, labels: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  refuseAny(matchLabelsProblems(labels));
  const entries = entriesOf(labels) as [string, string][];
  if (entries.length === 0) throw new Error(`${what} is empty and would select every pod of the namespace; write at least one label, or use NamespaceMtls`);
  for (const [key, value] of entries) {
    refuse(labelKeyProblem(key));
    refuse(labelValueProblem(value));
  }
  return labels;
}

/** A workload policy selects pods of its own namespace only (sidecar.md C2). */
export function refuseOtherNamespace(object: { readonly namespace: string | undefined; readonly title: string }, namespace: string): void {
  if (object.namespace === undefined || object.namespace === namespace) return;
  throw new Error(`${object.title} is in namespace ${shown(object.namespace)}, the policy in ${shown(namespace)}, where it cannot select those pods; `
    + 'write the policy in the namespace of the workload');
}
