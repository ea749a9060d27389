import { clientsOfRule } from './meshed-clients';
import { TlsBlock, tlsBlocks } from './tls-blocks';
import { fieldsOf } from '../../istio/admission/fields';
import { Resource } from '../../istio/model/resource';
import { Rule } from '../../istio/model/rule';
import { Service, ServiceEntry } from '../../istio/model/service';
import { MeshSnapshot } from '../../istio/model/snapshot';
import { resolvedPolicy } from '../../istio/rule-selection/resolved-policy';
import { selectRule } from '../../istio/rule-selection/select-rule';
import { TrafficClient } from '../../istio/traffic/traffic-question';

/** A host of a rule that is declared to be outside the mesh, and the block that clients use for it. */
export interface ExternalHost {
  readonly block: TlsBlock;
  readonly declaredBy: Service | ServiceEntry;
  /** The declaration says it in so many words, sends clients to the host itself, and a client is known. */
  readonly proven: boolean;
}

/** Where a rule with such a block is for a host outside the mesh. */
export function externalHosts(mesh: MeshSnapshot, rule: Rule, isSuspect: (block: TlsBlock) => boolean): readonly ExternalHost[] {
  const blocks = tlsBlocks(rule).filter(isSuspect);
  if (blocks.length === 0) { return []; }
  const service = mesh.serviceByHost(rule.resolvedHost);
  return [
    ...mesh.serviceEntriesByHost(rule.resolvedHost).filter(({ meshExternal }) => meshExternal),
    ...service !== undefined && isAliasOfOutside(service, mesh.profile) ? [service] : [],
  ].flatMap((declaredBy): ExternalHost[] => {
    const found = clientsOfRule(mesh, rule, declaredBy.namespace).flatMap((client) => usedBy(mesh, client, blocks, declaredBy));
    const proven = found.filter((host) => host.proven);
    return [...proven, ...found].slice(0, 1);
  });
}

function usedBy(mesh: MeshSnapshot, client: TrafficClient, blocks: readonly TlsBlock[], declaredBy: Service | ServiceEntry): ExternalHost[] {
  const [{ rule }] = blocks;
  const selection = selectRule(mesh, { client, service: { host: rule.resolvedHost, namespace: declaredBy.namespace } });
  const used = declaredBy.ports.map(({ number }) => resolvedPolicy(selection.rule, number, undefined).tls);
  const block = blocks.find(({ tls }) => used.includes(tls));
  if (block === undefined) { return []; }
  const isPlain = block.servicePort === undefined && rule.subsets.every(({ trafficPolicy }) => trafficPolicy === undefined);
  const isKnown = client.proven && !selection.ambiguous && isVisible(declaredBy, client);
  return [{ block, declaredBy, proven: isKnown && isPlain && isDeclaredOutside(declaredBy) }];
}

/** Endpoints may be gateways, of this mesh or of another one that shares its root. */
function isDeclaredOutside(declaredBy: Service | ServiceEntry): boolean {
  if (!('endpoints' in declaredBy)) { return false; }
  return locationOf(declaredBy) === 'MESH_EXTERNAL' && declaredBy.endpoints.length === 0 && declaredBy.workloadSelector === undefined;
}

function isVisible(declaredBy: Service | ServiceEntry, client: TrafficClient): boolean {
  const exportTo = 'exportTo' in declaredBy ? declaredBy.exportTo : [];
  return exportTo.length === 0 || exportTo.includes('*') || (exportTo.includes('.') && client.namespace === declaredBy.namespace);
}

function locationOf({ object }: Resource): unknown {
  return fieldsOf(object.spec)?.location;
}

/** An ExternalName may also be another name for a Service of the cluster. */
function isAliasOfOutside({ externalName }: Service, { clusterDomain }: MeshSnapshot['profile']): boolean {
  return externalName !== undefined && externalName.includes('.') && !externalName.endsWith(`.${clusterDomain}`) && !externalName.endsWith('.svc');
}
