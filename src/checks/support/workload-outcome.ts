import { resolvedMode } from './possible-modes';
import { EffectiveMode } from '../../istio/model/mode';
import { Policy } from '../../istio/model/policy';
import { isCaptured } from '../../istio/traffic/captured-ports';

/** What a workload policy comes to above a parent, as one text: equal texts, equal outcomes. Ports that never reach the proxy do not count. */
export function workloadOutcome(policy: Policy, parent: EffectiveMode, ports: Iterable<number>): string {
  const whole = resolvedMode(policy.mode, parent);
  const modes = [...ports]
    .filter((port) => isCaptured(new Map(), port))
    .sort((one, other) => one - other)
    .map((port) => resolvedMode(policy.ports.get(port) ?? 'UNSET', whole));
  return [whole, ...modes].join(' ');
}
