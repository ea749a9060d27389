import { CheckDescription, Observation } from '../checks/check';
import { Precedence, PRECEDENCE } from '../checks/precedence';
import { SEVERITIES } from '../checks/severity';
import { groupBy } from '../istio/model/index/group';

export interface CheckedObservation extends Observation {
  readonly check: CheckDescription;
}

/** Leaves out every observation that another one speaks for. A winner that loses elsewhere still silences its losers: their cause has been named. */
export function applyPrecedence<One extends CheckedObservation>(observations: readonly One[], table: readonly Precedence[] = PRECEDENCE): One[] {
  const byId = groupBy(observations, ({ check }) => check.id);
  const silenced = new Set<One>();
  for (const row of table) {
    const winners = groupBy(byId.get(row.winner) ?? [], ({ resource }) => resource);
    for (const loser of byId.get(row.loser) ?? []) {
      for (const winner of winners.get(loser.resource) ?? []) {
        if (row.meeting === 'field' && causeOf(winner) !== causeOf(loser)) { continue; }
        silenced.add(row.moreSevereWins && isWorse(loser, winner) ? winner : loser);
      }
    }
  }
  return observations.filter((observation) => !silenced.has(observation));
}

const causeOf = ({ cause, path }: Observation) => cause ?? path;

const isWorse = (one: Observation, other: Observation) => SEVERITIES.indexOf(one.severity) < SEVERITIES.indexOf(other.severity);
