import { Mode } from '../model/mode';
import { Policy } from '../model/policy';

/** What istiod attaches to a workload. */
export interface Binding {
  /** The shared strict policy (ambient-and-traffic.md A8). */
  readonly staticStrict: boolean;
  /** The workload policy whose converted form is referenced, whether or not the converter made one. */
  readonly converted: Policy | undefined;
}

/** The modes around a workload as istiod's binder sees them, and the workload policy that counts. */
export interface BindingInput {
  readonly mesh: Mode;
  readonly namespace: Mode;
  readonly workload: Policy | undefined;
}

/** Which L4 policies istiod attaches (A7, A8). The conditions are istiod's: that a modeless policy looks for PERMISSIVE ports only is A12. */
export function bindPolicies({ mesh, namespace, workload }: BindingInput): Binding {
  const inherited = (namespace === 'UNSET' ? mesh : namespace) === 'STRICT';
  if (workload === undefined) return { staticStrict: inherited, converted: undefined };
  const strict = workload.mode === 'UNSET' ? inherited : workload.mode === 'STRICT';
  const deviates = new Set(workload.ports.values());
  const hasException = strict
    ? deviates.has('PERMISSIVE') || (workload.mode === 'STRICT' && deviates.has('DISABLE'))
    : deviates.has('STRICT');
  return { staticStrict: strict && !hasException, converted: hasException ? workload : undefined };
}
