import { isWeaker, modeAbove, ModeAbove } from './mode-above';
import { EffectiveMode, Mode } from '../../istio/model/mode';
import { Policy } from '../../istio/model/policy';
import { emptyMap } from '../../istio/model/sealed-map';
import { MeshSnapshot } from '../../istio/model/snapshot';
import { Workload } from '../../istio/model/workload';
import { isCaptured } from '../../istio/traffic/captured-ports';

/** A mode of a policy that takes plaintext. */
export interface PlaintextSetting {
  readonly mode: 'DISABLE' | 'PERMISSIVE';
  /** `undefined`: every port that the policy does not name. */
  readonly workloadPort: number | undefined;
}

/** An exception: weaker than what would hold without it. */
export interface WeakSetting extends PlaintextSetting {
  /** `undefined`: nobody says, so that the exception stays open whatever the mesh turns to. */
  readonly above: ModeAbove | undefined;
}

const NONE: readonly never[] = [];

/** The modes of a policy that take plaintext, the whole before its ports. Ports that never reach the proxy do not count. */
export function plaintextSettings({ mode, ports, scope }: Policy): readonly PlaintextSetting[] {
  if (scope === 'ignored' || (ports.size === 0 && !takesPlaintext(mode))) { return NONE; }
  const whole = takesPlaintext(mode) ? [{ mode, workloadPort: undefined }] : [];
  if (ports.size === 0) { return whole; }
  const named = [...ports].sort(([one], [other]) => one - other);
  return [...whole, ...named.flatMap(([workloadPort, portMode]) =>
    takesPlaintext(portMode) && isCaptured(emptyMap(), workloadPort) ? [{ mode: portMode, workloadPort }] : [])];
}

/** Those that are weaker than what they would inherit. */
export function weakSettings(mesh: MeshSnapshot, policy: Policy): readonly WeakSetting[] {
  const settings = plaintextSettings(policy);
  if (settings.length === 0) { return NONE; }
  const pods = policy.scope === 'workload' ? mesh.workloadsSelectedBy(policy.namespace, policy.matchLabels) : [];
  if (pods.length > 0 && pods.every(isUnbound)) { return []; }
  // the parents are asked only where they count: most exceptions are a port of a policy with a mode
  const isAskedFor = policy.mode === 'UNSET' || settings[0].workloadPort === undefined;
  const above = isAskedFor ? modeAbove(mesh, policy) : undefined;
  const whole: ModeAbove | undefined = policy.mode === 'UNSET' ? above : { mode: policy.mode, policy };
  // ambient-and-traffic.md A2: DISABLE means PERMISSIVE there
  const meaning = (mode: EffectiveMode) => mode === 'DISABLE' && pods.length > 0 && pods.every(isAmbient) ? 'PERMISSIVE' : mode;
  return settings
    .map((setting) => ({ ...setting, above: setting.workloadPort === undefined ? above : whole }))
    .filter((setting) => setting.above === undefined || isWeaker(meaning(setting.mode), meaning(setting.above.mode)));
}

function takesPlaintext(mode: Mode): mode is 'DISABLE' | 'PERMISSIVE' {
  return mode === 'DISABLE' || mode === 'PERMISSIVE';
}

/** No policy binds there, so nothing is excepted: there is no proxy (sidecar.md C11), or it is a gateway, which follows its servers. */
function isUnbound({ gateway, dataPlane: { dataPlane, proven } }: Workload): boolean {
  return gateway || (dataPlane === 'none' && proven);
}

function isAmbient({ dataPlane: { dataPlane } }: Workload): boolean {
  return dataPlane === 'ambient';
}
