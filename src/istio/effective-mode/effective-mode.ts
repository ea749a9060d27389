import { ambientMode } from './ambient-mode';
import { ModeAnswer } from './mode-answer';
import { sidecarMode } from './sidecar-mode';
import { MeshSnapshot } from '../model/snapshot';
import { Workload } from '../model/workload';

const UNPROVEN = new WeakMap<ModeAnswer, ModeAnswer>();

/**
 * The effective mode of a workload under the rules of its data plane. Without a proxy nothing is enforced (sidecar.md C11): the answer then
 * says what a sidecar would enforce. An unknown data plane gets the sidecar's answer too, which is not `known` then. A gateway's listeners
 * follow its servers, not this answer.
 */
export function effectiveMode(mesh: MeshSnapshot, workload: Workload): ModeAnswer {
  const { dataPlane } = workload.dataPlane;
  if (dataPlane === 'ambient') return ambientMode(mesh, workload);
  const answer = sidecarMode(mesh, workload);
  return dataPlane === 'unknown' ? unproven(answer) : answer;
}

function unproven(answer: ModeAnswer): ModeAnswer {
  if (!answer.known) return answer;
  let copy = UNPROVEN.get(answer);
  if (copy === undefined) UNPROVEN.set(answer, copy = Object.freeze({ ...answer, known: false }));
  return copy;
}
