import { DenyGroup, DenyRule, WITHOUT_IDENTITY } from './ztunnel-deny';
import { Mode } from '../model/mode';
import { Policy } from '../model/policy';

/** The modes around a policy as istiod's converter sees them; `undefined`: no policy there. */
export interface ParentModes {
  readonly mesh: Mode | undefined;
  readonly namespace: Mode | undefined;
}

/**
 * The L4 policy that istiod makes of the port exceptions of a workload policy; `undefined` when it makes none (ambient-and-traffic.md A9-A11).
 * The conditions are istiod's, asymmetries included: A13 and A14 come from them.
 */
export function convertPolicy(policy: Policy, parents: ParentModes): readonly DenyGroup[] | undefined {
  const strictPorts = portsOf(policy, mode => mode === 'STRICT');
  const openPorts = portsOf(policy, mode => mode === 'PERMISSIVE' || mode === 'DISABLE');
  const groups = strictAlready(policy.mode, parents) ? [] : strictPorts.map(port => [{ withoutIdentity: true, toPort: port } as const]);
  const exempt = openAlready(policy.mode, parents) ? [] : openPorts;
  const exception = exempt.length === 0 ? [] : [exceptionGroup(exempt)];
  const all: DenyGroup[] = [...groups, ...exception];
  return all.length === 0 ? undefined : all;
}

function portsOf(policy: Policy, wanted: (mode: Mode) => boolean): readonly number[] {
  return [...policy.ports].filter(([, mode]) => wanted(mode)).map(([port]) => port);
}

/** "No identity, and not this port, and not that port ...". Exceptions are only written under an effective STRICT. */
function exceptionGroup(exempt: readonly number[]): DenyGroup {
  return [WITHOUT_IDENTITY, ...exempt.map((port): DenyRule => ({ notToPort: port }))];
}

/** Strict ports need no rule under a strict parent. The last condition does not ask whether the policy itself is modeless (A13). */
function strictAlready(mode: Mode, { mesh, namespace }: ParentModes): boolean {
  return mode === 'STRICT'
    || (mode === 'UNSET' && namespace === 'STRICT')
    || ((namespace === undefined || namespace === 'UNSET') && mesh === 'STRICT');
}

/** Open ports need no rule where nothing is strict. A namespace policy without mode counts as not strict, whatever it inherits (A14). */
function openAlready(mode: Mode, { mesh, namespace }: ParentModes): boolean {
  if (mode !== 'UNSET') return mode !== 'STRICT';
  return namespace === undefined ? mesh !== 'STRICT' : namespace !== 'STRICT';
}
