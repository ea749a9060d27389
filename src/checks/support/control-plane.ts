import { entry } from '../../istio/model/index/group';
import { Resource } from '../../istio/model/resource';

const REVISION = 'istio.io/rev';

/** The objects that one control plane reads together: a label `istio.io/rev` hides an object from all other revisions. */
export function byControlPlane<One extends Resource>(resources: readonly One[]): readonly (readonly One[])[] {
  const revisions = new Map<string, One[]>();
  for (const resource of resources) {
    const revision = resource.labels.get(REVISION);
    if (revision !== undefined) { entry(revisions, revision, () => []).push(resource); }
  }
  if (revisions.size === 0) { return [resources]; }
  return [...revisions.keys()].map((wanted) => resources.filter(({ labels }) => (labels.get(REVISION) ?? wanted) === wanted));
}
