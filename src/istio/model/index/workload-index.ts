import { entry, groupBy } from './group';
import { LabelIndex } from './label-index';
import { frozenList } from '../frozen';
import { Labels } from '../resource';
import { Service } from '../service';
import { Workload } from '../workload';

const NONE: readonly Workload[] = frozenList([]);

/** The workloads of one mesh by namespace and pod labels. */
export class WorkloadIndex {
  private readonly byNamespace: ReadonlyMap<string | undefined, readonly Workload[]>;
  private readonly labels = new Map<string | undefined, LabelIndex<Workload>>();
  private readonly endpoints = new Map<Service, readonly Workload[]>();

  constructor(workloads: readonly Workload[]) {
    this.byNamespace = groupBy(workloads, workload => workload.namespace);
  }

  selectedBy(namespace: string | undefined, labels: Labels): readonly Workload[] {
    return this.labelsIn(namespace).carrying(labels);
  }

  endpointsOf(service: Service): readonly Workload[] {
    if (service.selector.size === 0) return NONE;
    return entry(this.endpoints, service, () => frozenList([...this.selectedBy(service.namespace, service.selector)]));
  }

  private labelsIn(namespace: string | undefined): LabelIndex<Workload> {
    return entry(this.labels, namespace, () => new LabelIndex(this.byNamespace.get(namespace) ?? NONE, workload => workload.podLabels));
  }
}
