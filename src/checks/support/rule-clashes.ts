import { equalValues } from './equal-values';
import { losesTls } from './tls-view';
import { Fields, fieldsOf, listOf } from '../../istio/admission/fields';
import { Rule } from '../../istio/model/rule';
import { MeshSnapshot } from '../../istio/model/snapshot';
import { MergeLoss } from '../../istio/rule-selection/consolidated-rule';
import { equalSets, exportSetOf, isVisibleAtHome } from '../../istio/rule-selection/export-to';
import { mergeLosses } from '../../istio/rule-selection/rule-index';
import { Severity } from '../severity';

/** What two rules for one host do to each other. */
export interface RuleClash {
  /** Loses, at least in the order of one apply. */
  readonly loser: Rule;
  readonly winner: Rule;
  /** `tls`: a block is lost. `apart`: not merged, so that clients who see both take one. `repeated`: nothing is lost today. */
  readonly kind: 'tls' | 'traffic-policy' | 'subset' | 'visibility' | 'apart' | 'repeated';
  readonly subset: string | undefined;
  readonly weight: Severity;
}

type Weighed = Pick<RuleClash, 'kind' | 'weight'>;

const WEIGHTS: readonly Severity[] = ['error', 'warning', 'info'];

/** What is lost among rules for one host of one namespace, the worst first. */
export function clashesOf(mesh: MeshSnapshot, rules: readonly Rule[]): readonly RuleClash[] {
  const among = new Set(rules);
  const merged = lossesOf(mesh).filter(({ rule, keptBy }) => among.has(rule) && among.has(keptBy)).map(ofLoss);
  const clashes = [...merged, ...apart(rules), ...redundant(rules)];
  return WEIGHTS.flatMap((weight) => clashes.filter((clash) => clash.weight === weight));
}

const LOSSES = new WeakMap<MeshSnapshot, readonly MergeLoss[]>();

function lossesOf(mesh: MeshSnapshot): readonly MergeLoss[] {
  let losses = LOSSES.get(mesh);
  if (losses === undefined) { LOSSES.set(mesh, losses = mergeLosses(mesh)); }
  return losses;
}

function ofLoss(loss: MergeLoss): RuleClash {
  const { rule: loser, keptBy: winner, kind, subset } = loss;
  const clash = { loser, winner, subset };
  switch (kind) {
    case 'visibility': return { ...clash, kind, weight: 'warning' };
    case 'subset': return { ...clash, ...ofSubset(loss) };
    case 'traffic-policy': return { ...clash, ...ofTls(loss) ?? ofRest('traffic-policy', writtenPolicy(loser), writtenPolicy(winner)) };
  }
}

/** Other labels are other pods, whatever else the two say. */
function ofSubset(loss: MergeLoss): Weighed {
  const [one, other] = [loss.rule, loss.keptBy].map((rule) => writtenSubset(rule, loss.subset));
  if (!equalValues(one?.labels, other?.labels)) { return { kind: 'subset', weight: 'error' }; }
  return ofTls(loss) ?? ofRest('subset', one, other);
}

/** With ages unknown the loss may fall on the other rule: proven only if both ways lose. */
function ofTls({ dropped, kept, ambiguous }: MergeLoss): Weighed | undefined {
  const [there, back] = [losesTls(dropped, kept), losesTls(kept, dropped)];
  if (!there && !(ambiguous && back)) { return undefined; }
  return { kind: 'tls', weight: there && (back || !ambiguous) ? 'error' : 'warning' };
}

function ofRest(kind: RuleClash['kind'], one: unknown, other: unknown): Weighed {
  return equalValues(one, other) ? { kind: 'repeated', weight: 'info' } : { kind, weight: 'warning' };
}

function writtenPolicy({ object }: Rule): unknown {
  return fieldsOf(object.spec)?.trafficPolicy;
}

function writtenSubset({ object }: Rule, name: string | undefined): Fields | undefined {
  return listOf(fieldsOf(object.spec)?.subsets).map(fieldsOf).find((subset) => subset?.name === name);
}

/** Different exportTo keeps rules apart; clients of the namespace see both, and the youngest wins (sidecar.md D11). */
function apart(rules: readonly Rule[]): RuleClash[] {
  const open = rules.filter((rule) => rule.workloadSelector === undefined && isVisibleAtHome(exportSetOf(rule), rule.namespace));
  return open.slice(1).flatMap((winner, index) => {
    const loser = open[index];
    const sameSet = equalSets(exportSetOf(loser), exportSetOf(winner));
    const lost = losesTls(loser.trafficPolicy, winner.trafficPolicy) || losesTls(winner.trafficPolicy, loser.trafficPolicy);
    return sameSet || !lost ? [] : [{ loser, winner, kind: 'apart', subset: undefined, weight: 'warning' } as const];
  });
}

/** A rule that says nothing but the host adds nothing to another one. */
function redundant(rules: readonly Rule[]): RuleClash[] {
  return rules
    .filter((rule) => rule.trafficPolicy === undefined && rule.subsets.length === 0)
    .map((loser) => ({ loser, winner: rules.find((rule) => rule !== loser) as Rule, kind: 'repeated', subset: undefined, weight: 'info' }));
}
