import { groupBy } from './group-by';
import { CheckDescription, Observation } from '../checks/check';
import { Precedence, PRECEDENCE } from '../checks/precedence';
import { SEVERITIES } from '../checks/severity';

export interface CheckedObservation extends Observation {
  readonly check: CheckDescription;
}

/** Leaves out every observation that another one speaks for. A winner that loses elsewhere still silences its losers: their cause has been named. */
export function applyPrecedence<One extends CheckedObservation>(observations: readonly One[], table: readonly Precedence[] = PRECEDENCE): One[] {
  const byId = groupBy(observations, ({ check }) => [check.id]);
  const silenced = new Set<One>();
  for (const row of table) {
    const winners = groupBy(byId.get(row.winner) ?? [], objectsOf);
    for (const loser of byId.get(row.loser) ?? []) {
      for (const winner of winners.get(loser.resource) ?? []) {
        if (!meet(row, winner, loser)) { continue; }
        silenced.add(row.moreSevereWins && isWorse(loser, winner) ? winner : loser);
      }
    }
  }
  return observations.filter((observation) => !silenced.has(observation));
}

function meet({ meeting }: Precedence, winner: Observation, loser: Observation): boolean {
  switch (meeting) {
    case 'field': return winner.resource === loser.resource && causeOf(winner) === causeOf(loser);
    case 'object': return winner.resource === loser.resource;
    case 'clash': {
      const named = objectsOf(winner);
      return [...objectsOf(loser)].every((resource) => named.has(resource));
    }
  }
}

const objectsOf = ({ resource, related = [] }: Observation) => new Set([resource, ...related]);

const causeOf = ({ cause, path }: Observation) => cause ?? path;

const isWorse = (one: Observation, other: Observation) => SEVERITIES.indexOf(one.severity) < SEVERITIES.indexOf(other.severity);
