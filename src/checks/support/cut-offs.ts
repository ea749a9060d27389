import { Failure, Fails, worstFailure } from './failure';
import { placesOfRule } from './likely-places';
import { clientsOfRule } from './meshed-clients';
import { mayBeRoutedApart } from './routed-apart';
import { servicePlaces } from './service-places';
import { servicesOfRule } from './services-of-rule';
import { TlsBlock, tlsBlocks } from './tls-blocks';
import { EffectiveMode } from '../../istio/model/mode';
import { Rule, TlsSettings } from '../../istio/model/rule';
import { MeshSnapshot } from '../../istio/model/snapshot';
import { withRuleCopy } from '../../istio/rule-selection/with-rule-copy';
import { TrafficAnswer } from '../../istio/traffic/traffic-answer';

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
  /** The mode at which clients fail. */
  readonly mode: EffectiveMode;
  readonly fails: Fails;
}

/** Where clients of the mesh fail because of a rule. */
export function cutOffs(mesh: MeshSnapshot, rule: Rule, search: CutOffSearch): readonly CutOff[] {
  const blocks = new Map(tlsBlocks(rule).filter(search.isSuspect).map((block): [TlsSettings, TlsBlock] => [block.tls, block]));
  if (blocks.size === 0) { return []; }
  const subsets = rule.subsets.filter(({ name }) => [...blocks.values()].some(({ subset }) => subset === name));
  const services = servicesOfRule(mesh, rule).filter(({ namespace }) => search.concerns(namespace));
  const places = [
    ...services.flatMap((service) => [undefined, ...subsets].flatMap((subset) => servicePlaces(mesh, service, subset))),
    ...placesOfRule(mesh, rule, search.mode),
  ];

  // another copy of the rule is another variant of the mesh
  const variant = withRuleCopy(mesh, rule);
  const blockOf = ({ clientTls }: TrafficAnswer) => clientTls?.policy?.tls && blocks.get(clientTls.policy.tls);
  return places.flatMap((place): CutOff[] => {
    const clients = clientsOfRule(mesh, rule, place.destinations[0].namespace);
    const failure = worstFailure(variant, clients, place, search.fails, (answer) => blockOf(answer) !== undefined);
    const block = failure && blockOf(failure.answer);
    if (failure === undefined || block === undefined) { return []; }
    const routedApart = mayBeRoutedApart(rule);
    return [{ ...failure, block, routedApart, proven: failure.proven && !routedApart }];
  });
}
