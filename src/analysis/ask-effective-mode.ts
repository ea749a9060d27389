import { EffectiveModeOptions } from './effective-mode-options';
import { EffectiveModeReason, EffectiveModeResult } from './effective-mode-result';
import { findWorkload } from './find-workload';
import { mtlsObjectOf } from './mtls-object-of';
import { MtlsMode } from '../constructs/mtls-mode';
import { ambientMode } from '../istio/effective-mode/ambient-mode';
import { ModeAnswer, ModeStep } from '../istio/effective-mode/mode-answer';
import { sidecarMode } from '../istio/effective-mode/sidecar-mode';
import { DataPlane } from '../istio/model/data-plane';
import { MeshSnapshot } from '../istio/model/snapshot';

export function askEffectiveMode(mesh: MeshSnapshot, { namespace, labels, workload, dataPlane }: EffectiveModeOptions): EffectiveModeResult {
  if ((labels === undefined) === (workload === undefined)) {
    throw new Error(`${labels === undefined ? 'neither labels nor workload is' : 'both labels and workload are'} given; give one of the two`);
  }
  const found = workload === undefined ? undefined : findWorkload(mesh, namespace, workload);
  const podLabels = found?.podLabels ?? new Map(Object.entries(labels!));
  const plane = dataPlane as DataPlane | undefined ?? found?.dataPlane.dataPlane;
  const answer = plane === 'ambient' ? ambientMode(mesh, { namespace, podLabels }) : sidecarMode(mesh, { namespace, podLabels });
  return effectiveModeResult(answer);
}

export function effectiveModeResult({ mode, ports, decidedBy, chain, ambiguous, known, rules }: ModeAnswer): EffectiveModeResult {
  return {
    mode: MtlsMode[mode],
    ports: [...ports].sort(([one], [other]) => one - other).map(([workloadPort, portMode]) => ({ workloadPort, mode: MtlsMode[portMode] })),
    ...(decidedBy === undefined ? {} : { decidedBy: mtlsObjectOf(decidedBy) }),
    reasons: chain.map(reasonOf),
    ambiguous,
    known,
    rules: [...rules],
  };
}

function reasonOf({ level, policy, mode, losers, ambiguous, known }: ModeStep): EffectiveModeReason {
  return {
    level,
    ...(policy === undefined ? {} : { policy: mtlsObjectOf(policy) }),
    mode: MtlsMode[mode],
    ignored: losers.map(mtlsObjectOf),
    ambiguous,
    known,
  };
}
