import { Failure, Fails, worstFailure } from './failure';
import { placesOfRule } from './likely-places';
import { clientsOfRule } from './meshed-clients';
import { Place } from './place';
import { mayBeRoutedApart } from './routed-apart';
import { PlaceFilter, servicePlaces } from './service-places';
import { servicesOfRule } from './services-of-rule';
import { TlsBlock, tlsBlocks } from './tls-blocks';
import { EffectiveMode } from '../../istio/model/mode';
import { Rule, TlsSettings } from '../../istio/model/rule';
import { MeshSnapshot } from '../../istio/model/snapshot';
import { selectRule } from '../../istio/rule-selection/select-rule';
import { withRuleCopy } from '../../istio/rule-selection/with-rule-copy';
import { LinkName, TrafficAnswer } from '../../istio/traffic/traffic-answer';
import { TrafficClient } from '../../istio/traffic/traffic-question';

/** Clients that fail at a place because of a block of a rule. */
export interface CutOff extends Failure {
  readonly block: TlsBlock;
  /** Routes may lead past the block, or never to it. */
  readonly routedApart: boolean;
}

/** What a check is looking for. */
export interface CutOffSearch {
  /** Whether this block could do it at all. */
  readonly isSuspect: (block: TlsBlock) => boolean;
  /** Whether anything in this namespace could meet it: asked before its Services are looked at. */
  readonly concerns: (namespace: string | undefined) => boolean;
  /** Whether a known workload could meet it at this port. */
  readonly mayFail?: PlaceFilter['mayFail'];
  /** The mode at which clients fail. */
  readonly mode: EffectiveMode;
  readonly fails: Fails;
}

/** More places of which the input only speaks add nothing to a finding. */
const ENOUGH = 50;

/** Where clients of the mesh fail because of a rule. */
export function cutOffs(mesh: MeshSnapshot, rule: Rule, search: CutOffSearch): readonly CutOff[] {
  const blocks = new Map(tlsBlocks(rule).filter(search.isSuspect).map((block): [TlsSettings, TlsBlock] => [block.tls, block]));
  if (blocks.size === 0) { return []; }
  const follow = follower(mesh, rule, search.fails, blocks);
  const subsets = rule.subsets.filter(({ name }) => [...blocks.values()].some(({ subset }) => subset === name));
  const services = servicesOfRule(mesh, rule).filter(({ namespace }) => search.concerns(namespace));
  const found = services.flatMap((service) => [undefined, ...subsets]
    .flatMap((subset) => servicePlaces(mesh, service, { subset, mayFail: search.mayFail }))
    .flatMap(follow));
  let spoken = 0;
  for (const place of placesOfRule(mesh, rule, search.mode)) {
    const more = follow(place);
    found.push(...more);
    spoken += more.length;
    if (spoken === ENOUGH) { break; }
  }
  return found;
}

/** Finds what fails at a place by one of these blocks. */
function follower(mesh: MeshSnapshot, rule: Rule, fails: Fails, blocks: ReadonlyMap<TlsSettings, TlsBlock>): (place: Place) => readonly CutOff[] {
  // which copy of a rule the cluster holds nobody knows, so each is looked at and proves nothing
  const variant = withRuleCopy(mesh, rule);
  const isOnly = variant === mesh;
  const routedApart = mayBeRoutedApart(rule);
  const blockOf = ({ clientTls }: TrafficAnswer) => clientTls?.policy?.tls && blocks.get(clientTls.policy.tls);
  return (place) => {
    const clients = clientsOfRule(mesh, rule, place.destinations[0].namespace).filter((client) => isUsedBy(variant, rule, client, place));
    const failure = worstFailure(variant, clients, place, fails, (answer) => blockOf(answer) !== undefined);
    const block = failure && blockOf(failure.answer);
    if (failure === undefined || block === undefined) { return []; }
    const unknown: readonly LinkName[] = isOnly ? failure.unknown : [...failure.unknown, 'rule'];
    return [{ ...failure, block, routedApart, unknown, proven: unknown.length === 0 && !routedApart }];
  };
}

/** Cheap to ask before calls are followed: most clients of a wide rule use a narrower one. */
function isUsedBy(mesh: MeshSnapshot, rule: Rule, client: TrafficClient, { destinations }: Place): boolean {
  return destinations.some((destination) => selectRule(mesh, { client, service: destination }).rule?.from.includes(rule));
}
