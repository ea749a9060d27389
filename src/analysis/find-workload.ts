import { shown } from '../istio/admission/shown';
import { MeshSnapshot } from '../istio/model/snapshot';
import { Workload } from '../istio/model/workload';

/** The workload that `name` or `Kind/name` stands for; throws when there is none, or more than one. */
export function findWorkload(mesh: MeshSnapshot, namespace: string | undefined, wanted: string): Workload {
  const [name, kind] = wanted.split('/').reverse();
  const here = mesh.workloadsSelectedBy(namespace, new Map());
  const found = here.filter((workload) => workload.name === name && (kind === undefined || workload.kind === kind));
  if (found.length === 1) return found[0];
  if (found.length > 1) throw new Error(`workload ${shown(wanted)} stands for ${found.map(titleOf).join(' and ')}; write the kind in front`);
  const known = here.length === 0 ? 'no workloads' : here.slice(0, 5).map(titleOf).join(', ');
  throw new Error(`workload ${shown(wanted)} is not in namespace ${shown(namespace)}, which has ${known}; give the labels of its pods instead`);
}

const titleOf = ({ kind, name }: Workload): string => `${kind}/${name}`;
