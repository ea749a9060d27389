import { modeAtPort } from '../../istio/effective-mode/mode-answer';
import { sidecarMode } from '../../istio/effective-mode/sidecar-mode';
import { entry } from '../../istio/model/index/group';
import { EffectiveMode, Mode } from '../../istio/model/mode';
import { Policy } from '../../istio/model/policy';
import { MeshSnapshot } from '../../istio/model/snapshot';
import { Workload } from '../../istio/model/workload';

interface SaidModes {
  readonly mesh: ReadonlySet<Mode>;
  readonly namespaces: ReadonlyMap<string | undefined, ReadonlySet<Mode>>;
}

const SAID = new WeakMap<MeshSnapshot, SaidModes>();

/** Whether any policy that can count in a namespace names this mode, at any level and for any port: cheap to ask before all else. */
export function isModeSaid(mesh: MeshSnapshot, namespace: string | undefined, mode: Mode): boolean {
  let said = SAID.get(mesh);
  if (said === undefined) { SAID.set(mesh, said = collect(mesh)); }
  return said.mesh.has(mode) || said.namespaces.get(namespace)?.has(mode) === true;
}

/** Whether a workload has this mode at a port, if it has a sidecar at all. */
export function hasMode(mesh: MeshSnapshot, mode: EffectiveMode): (workload: Workload, workloadPort: number) => boolean {
  return (workload, workloadPort) => modeAtPort(sidecarMode(mesh, workload), workloadPort) === mode;
}

function collect({ policies, profile }: MeshSnapshot): SaidModes {
  const mesh = new Set<Mode>(profile.meshMode === undefined ? [] : [profile.meshMode]);
  const namespaces = new Map<string | undefined, Set<Mode>>();
  for (const policy of policies) {
    const modes = policy.scope === 'mesh' ? mesh : entry(namespaces, policy.namespace, () => new Set<Mode>());
    if (policy.scope !== 'ignored') { modesOf(policy).forEach((mode) => modes.add(mode)); }
  }
  return { mesh, namespaces };
}

function modesOf({ mode, ports }: Policy): readonly Mode[] {
  return [mode, ...ports.values()];
}
