import { Contest } from './contest';
import { EffectiveMode } from '../model/mode';
import { Policy } from '../model/policy';

/** What a workload ends up with. */
export interface Outcome {
  readonly mode: EffectiveMode;
  readonly ports: ReadonlyMap<number, EffectiveMode>;
}

/** As far as two outcomes can differ. */
type ComparableOutcome = { readonly mode: string; readonly ports: ReadonlyMap<number, string> };

/** The policy that counts at each level; `undefined`: none. */
export interface Choice {
  readonly mesh: Policy | undefined;
  readonly namespace: Policy | undefined;
  readonly workload: Policy | undefined;
}

/** The contests of the three levels. */
export interface Contests {
  readonly mesh: Contest;
  readonly namespace: Contest;
  readonly workload: Contest;
}

/** The answer that Istio's order gives. */
export function predictedChoice(contests: Contests): Choice {
  return { mesh: contests.mesh.winner, namespace: contests.namespace.winner, workload: contests.workload.winner };
}

/** Whether contenders that may win instead would give something else. */
export function canDiffer(contests: Contests, outcomeOf: (choice: Choice) => ComparableOutcome): boolean {
  const { mesh, namespace, workload } = contests;
  if (mesh.contenders.length <= 1 && namespace.contenders.length <= 1 && workload.contenders.length <= 1) return false;
  const predicted = outcomeKey(outcomeOf(predictedChoice(contests)));
  return alternatives(mesh).some(meshPolicy =>
    alternatives(namespace).some(namespacePolicy =>
      alternatives(workload).some(workloadPolicy =>
        outcomeKey(outcomeOf({ mesh: meshPolicy, namespace: namespacePolicy, workload: workloadPolicy })) !== predicted)));
}

/** One contender of each meaning; one that does not select these pods, being another copy, means no policy. */
function alternatives({ candidates, contenders }: Contest): readonly (Policy | undefined)[] {
  const selecting = new Set(candidates);
  const meanings = new Map<string, Policy | undefined>();
  for (const contender of contenders) {
    const policy = selecting.has(contender) ? contender : undefined;
    meanings.set(policy === undefined ? '' : `${policy.selector} ${policy.mode} ${portsKey(policy.ports)}`, policy);
  }
  return meanings.size === 0 ? [undefined] : [...meanings.values()];
}

function outcomeKey({ mode, ports }: ComparableOutcome): string {
  const differing = [...ports].filter(([, portMode]) => portMode !== mode);
  return `${mode} ${portsKey(new Map(differing))}`;
}

function portsKey(ports: ReadonlyMap<number, string>): string {
  return [...ports].map(([port, mode]) => `${port}=${mode}`).join(',');
}
