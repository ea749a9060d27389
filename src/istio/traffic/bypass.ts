import { isCaptured } from './captured-ports';
import { Labels } from '../model/resource';
import { emptyMap } from '../model/sealed-map';

/** Why connections to a port never meet the proxy. */
export interface Bypass {
  /** `agent`: the port is the proxy's own. `annotation`: the pod says so. */
  readonly by: 'agent' | 'annotation';
  /** The annotation to blame; `undefined` where several say the same. */
  readonly annotation: string | undefined;
}

/** Why a port of a pod with sidecar is not captured; `undefined`: it is (ambient-and-traffic.md C9). */
export function bypassOf(podAnnotations: Labels, workloadPort: number): Bypass | undefined {
  if (isCaptured(podAnnotations, workloadPort)) return undefined;
  if (!isCaptured(emptyMap(), workloadPort)) return { by: 'agent', annotation: undefined };
  return { by: 'annotation', annotation: [...podAnnotations.keys()].find((key) => isCaptured(without(podAnnotations, key), workloadPort)) };
}

function without(annotations: Labels, key: string): Labels {
  const others = new Map(annotations);
  others.delete(key);
  return others;
}
