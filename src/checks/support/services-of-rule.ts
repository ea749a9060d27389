import { covers, inClusterHost } from './in-cluster-host';
import { servicesIn } from './mesh-groups';
import { Rule } from '../../istio/model/rule';
import { Service } from '../../istio/model/service';
import { MeshSnapshot } from '../../istio/model/snapshot';

/** Services that the host of a rule is for. */
export function servicesOfRule(mesh: MeshSnapshot, { resolvedHost }: Rule): readonly Service[] {
  const exact = mesh.serviceByHost(resolvedHost);
  if (exact !== undefined) { return [exact]; }
  if (!resolvedHost.startsWith('*')) { return []; }
  const namespace = inClusterHost(resolvedHost, mesh.profile)?.namespace;
  const candidates = namespace === undefined ? mesh.services : servicesIn(mesh, namespace);
  return candidates.filter(({ host }) => host !== undefined && covers(resolvedHost, host));
}
