import { listed } from './listed';
import { Policy } from '../../istio/model/policy';
import { Workload } from '../../istio/model/workload';
import { objectName } from '../object-name';

/** The ambient pods that a policy is about: known ones by name. */
export function ambientPodsText({ scope, namespace }: Policy, workloads: readonly Workload[]): string {
  if (workloads.length > 0) { return `${listed(workloads.map(objectName))}, which ${workloads.length === 1 ? 'is' : 'are'} ambient`; }
  switch (scope) {
    case 'mesh': return 'the ambient pods of the mesh';
    case 'namespace': return `the ambient pods of namespace ${namespace}`;
    default: return `its pods in ${namespace}, which are ambient`;
  }
}
