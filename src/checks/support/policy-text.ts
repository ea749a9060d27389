import { Mode } from '../../istio/model/mode';
import { Policy } from '../../istio/model/policy';

/** What a policy says, in a few words: `STRICT`, `STRICT with port 8081 DISABLE`, `the inherited mode`. */
export function policyText({ mode, ports }: Policy): string {
  const exceptions = [...ports].sort(([one], [other]) => one - other).map(([port, portMode]) => `port ${port} ${modeText(portMode)}`);
  return exceptions.length === 0 ? modeText(mode) : `${modeText(mode)} with ${exceptions.join(', ')}`;
}

function modeText(mode: Mode): string {
  return mode === 'UNSET' ? 'the inherited mode' : mode;
}
