import { groupBy } from './group';
import { isSubset } from './selector-index';
import { compareSelecting } from '../canonical-order';
import { Labels } from '../resource';
import { Sidecar } from '../surroundings';

/** Which Sidecar pods use: a namespace's own before the root namespace's, selectors first, then age. */
export class SidecarIndex {
  private readonly byNamespace: ReadonlyMap<string | undefined, readonly Sidecar[]>;

  constructor(sidecars: readonly Sidecar[], private readonly rootNamespace: string) {
    this.byNamespace = groupBy([...sidecars].sort(compareSelecting), sidecar => sidecar.namespace);
  }

  sidecarOf(namespace: string | undefined, podLabels: Labels): Sidecar | undefined {
    const selects = ({ workloadSelector }: Sidecar) => workloadSelector === undefined || isSubset(workloadSelector, podLabels);
    const own = this.byNamespace.get(namespace)?.find(selects);
    return own ?? this.byNamespace.get(this.rootNamespace)?.find(sidecar => sidecar.workloadSelector === undefined);
  }
}
