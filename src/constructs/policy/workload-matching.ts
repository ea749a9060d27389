import { fieldsOf, isAbsent } from '../../istio/admission/fields';
import { labelKeyProblem, labelValueProblem } from '../../istio/admission/kubernetes-problems';
import { matchLabelsProblems } from '../../istio/admission/match-labels-problems';
import { shown } from '../../istio/admission/shown';
import { WorkloadReference } from '../kubernetes/workload-reference';
import { refuse, refuseAny } from '../values/refuse';
import { WorkloadMtlsProps } from '../workload-mtls-props';

type Labels = Readonly<Record<string, string>>;

/** Whose pods a policy is for: labels, or a workload that has them. */
export type WorkloadMatching = Labels | WorkloadReference;

/** More labels than that are looked at one by one. */
const USUAL = 64;

export function workloadMatching({ matchLabels, workload }: WorkloadMtlsProps, namespace: string): WorkloadMatching {
  if (isAbsent(matchLabels) === isAbsent(workload)) {
    throw new Error(`${isAbsent(matchLabels) ? 'neither matchLabels nor workload is' : 'both matchLabels and workload are'} given; write one of the two`);
  }
  if (isAbsent(workload)) return { ...checkedLabels('matchLabels', matchLabels!) };
  const reference = new WorkloadReference(workload!);
  refuseOtherNamespace(reference, namespace);
  return reference;
}

/** Asked at synth. */
export function labelsOf(workload: WorkloadReference): Labels {
  return checkedLabels('matchLabels', workload.labels());
}

/** Refuses labels that select nothing, everything, or that no pod can carry. */
export function checkedLabels(what: string, labels: Labels): Labels {
  const keys = Object.keys(labels);
  // What a pod can carry passes both gates as well: that one look is usually enough.
  if (keys.length > USUAL || fieldsOf(labels) === undefined || !areCarried(labels, keys)) {
    refuseAny(matchLabelsProblems(labels));
    for (const key of keys) {
      refuse(labelKeyProblem(key));
      refuse(labelValueProblem(labels[key]));
    }
  }
  if (keys.length === 0) throw new Error(`${what} is empty and would select every pod of the namespace; write at least one label, or use NamespaceMtls`);
  return labels;
}

function areCarried(labels: Labels, keys: readonly string[]): boolean {
  for (const key of keys) {
    if (labelKeyProblem(key) !== undefined || labelValueProblem(labels[key]) !== undefined) return false;
  }
  return true;
}

/** A workload policy selects pods of its own namespace only (sidecar.md C2). */
export function refuseOtherNamespace(object: { readonly namespace: string | undefined; readonly title: string }, namespace: string): void {
  if (object.namespace === undefined || object.namespace === namespace) return;
  throw new Error(`${object.title} is in namespace ${shown(object.namespace)}, the policy in ${shown(namespace)}, where it cannot select those pods; `
    + 'write the policy in the namespace of the workload');
}
