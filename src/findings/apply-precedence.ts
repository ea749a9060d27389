import { CheckDescription, Observation } from '../checks/check';
import { Precedence, PRECEDENCE } from '../checks/precedence';
import { SEVERITIES } from '../checks/severity';
import { entry, groupBy } from '../istio/model/index/group';
import { Resource } from '../istio/model/resource';

export interface CheckedObservation extends Observation {
  readonly check: CheckDescription;
}

/** Leaves out every observation that another one speaks for. A winner that loses elsewhere still silences its losers: their cause has been named. */
export function applyPrecedence<One extends CheckedObservation>(observations: readonly One[], table: readonly Precedence[] = PRECEDENCE): One[] {
  const byId = groupBy(observations, ({ check }) => check.id);
  const silenced = new Set<One>();
  for (const row of table) {
    const winners = byObject(byId.get(row.winner) ?? []);
    for (const loser of byId.get(row.loser) ?? []) {
      for (const winner of winners.get(loser.resource) ?? []) {
        if (!meet(row, winner, loser)) { continue; }
        silenced.add(row.moreSevereWins && isWorse(loser, winner) ? winner : loser);
      }
    }
  }
  return observations.filter((observation) => !silenced.has(observation));
}

/** By each object that they name, so that a pair that may meet is found without comparing all with all. */
function byObject<One extends Observation>(observations: readonly One[]): ReadonlyMap<Resource, readonly One[]> {
  const index = new Map<Resource, One[]>();
  for (const observation of observations) {
    for (const resource of objectsOf(observation)) { entry(index, resource, () => []).push(observation); }
  }
  return index;
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
