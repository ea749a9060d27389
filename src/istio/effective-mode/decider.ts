import { ModeStep, ModeSubject } from './mode-answer';
import { Choice } from './outcomes';
import { Policy } from '../model/policy';

/** The policy that the mode comes from: the most specific one that sets it (sidecar.md C7). */
export function decider({ workload, namespace, mesh }: Choice): Policy | undefined {
  return [workload, namespace, mesh].find(policy => policy !== undefined && policy.mode !== 'UNSET');
}

/** Whether the input shows where the mode comes from. Objects of the unknown namespace need not end up in the same one. */
export function isShown(subject: ModeSubject, decidedBy: Policy | undefined, meshStep: ModeStep): boolean {
  return subject.namespace !== undefined && (decidedBy !== undefined || meshStep.known);
}
