import { effectiveModeResult } from './ask-effective-mode';
import { mtlsObjectOf } from './mtls-object-of';
import { WorkloadResult } from './workload-result';
import { DataPlane } from '../constructs/data-plane';
import { effectiveMode } from '../istio/effective-mode/effective-mode';
import { MeshSnapshot } from '../istio/model/snapshot';

export function askWorkloads(mesh: MeshSnapshot): WorkloadResult[] {
  return mesh.workloads.map((workload) => {
    const { dataPlane, evidence } = workload.dataPlane;
    return {
      workload: mtlsObjectOf(workload),
      labels: Object.fromEntries(workload.podLabels),
      workloadPorts: workload.containerPorts.map(({ number }) => number),
      ...(dataPlane === 'unknown' ? {} : { dataPlane: DataPlane[dataPlane.toUpperCase() as keyof typeof DataPlane] }),
      evidence: [...evidence],
      effectiveMode: effectiveModeResult(effectiveMode(mesh, workload)),
    };
  });
}
