import { neighbourSendsMtls } from './mesh-clients';
import { PortMapping, portMappings } from './workload-ports';
import { modeAtPort } from '../../istio/effective-mode/mode-answer';
import { sidecarMode } from '../../istio/effective-mode/sidecar-mode';
import { EffectiveMode } from '../../istio/model/mode';
import { Policy } from '../../istio/model/policy';
import { MeshSnapshot } from '../../istio/model/snapshot';
import { Workload } from '../../istio/model/workload';
import { bypassOf } from '../../istio/traffic/bypass';

/** A port whose mode binds nothing, because annotations of the pods take it past the proxy. */
export interface BypassedPort {
  readonly workload: Workload;
  readonly workloadPort: number;
  readonly annotation: string | undefined;
  readonly mode: EffectiveMode;
  /** What decided the mode; `undefined`: no policy did. */
  readonly decidedBy: Policy | undefined;
  /** Whether that policy names the port. */
  readonly named: boolean;
  /** Ways on which clients of the mesh send mTLS to the application itself. */
  readonly sentMtls: readonly PortMapping[];
}

/** Annotations of Istio that the pods themselves can carry. */
const ISTIO_ANNOTATION = 'sidecar.istio.io/';

/** The ports of a workload that are known, not captured, and not left to plaintext (DISABLE is what makes clients send it). */
export function bypassedPorts(mesh: MeshSnapshot, workload: Workload): readonly BypassedPort[] {
  const { dataPlane: { dataPlane }, gateway, podAnnotations, containerPorts } = workload;
  if (gateway || dataPlane === 'ambient' || dataPlane === 'none') return [];
  if (![...podAnnotations.keys()].some((key) => key.includes(ISTIO_ANNOTATION))) return [];
  const answer = sidecarMode(mesh, workload);
  const mappings = portMappings(mesh, workload);
  const known = new Set([...answer.ports.keys(), ...containerPorts.map(({ number }) => number), ...mappings.map(({ workloadPort }) => workloadPort)]);
  return [...known].flatMap((workloadPort): BypassedPort[] => {
    const bypass = workloadPort === undefined ? undefined : bypassOf(podAnnotations, workloadPort);
    if (workloadPort === undefined || bypass?.by !== 'annotation') return [];
    const mode = modeAtPort(answer, workloadPort);
    if (mode === 'DISABLE') return [];
    const named = answer.ports.has(workloadPort);
    return [{
      workload,
      workloadPort,
      annotation: bypass.annotation,
      mode,
      decidedBy: named ? answer.chain.at(-1)?.policy : answer.decidedBy,
      named,
      sentMtls: mappings.filter((mapping) => mapping.workloadPort === workloadPort && neighbourSendsMtls(mesh, workload, mapping)),
    }];
  }).sort((a, b) => a.workloadPort - b.workloadPort);
}
