import { Place } from './place';
import { MeshSnapshot } from '../../istio/model/snapshot';
import { traffic } from '../../istio/traffic/traffic';
import { LinkName, TrafficAnswer } from '../../istio/traffic/traffic-answer';
import { TrafficClient, TrafficDestination, TrafficServer } from '../../istio/traffic/traffic-question';

/** Clients of the mesh that fail at a place. */
export interface Failure {
  readonly place: Place;
  readonly destination: TrafficDestination;
  readonly server: TrafficServer;
  readonly answer: TrafficAnswer;
  /** What the answer leans on and the input does not show, or not unambiguously. Whose certificate a client shows is for the check to judge. */
  readonly unknown: readonly LinkName[];
  /** Nothing is unknown. */
  readonly proven: boolean;
}

/** Whether clients fail in the way that a check is looking for. */
export type Fails = (answer: TrafficAnswer, server: TrafficServer, place: Place) => boolean;

/** The failure of which most is known, whoever the client is. `isCause`: whether it is for the reason that is looked at. */
export function worstFailure(
  mesh: MeshSnapshot, clients: readonly TrafficClient[], place: Place, fails: Fails, isCause: (answer: TrafficAnswer) => boolean = () => true,
): Failure | undefined {
  // where nothing is known, no client makes it any more certain
  const isLikely = place.servers.every(({ workload }) => workload === undefined);
  let found: Failure | undefined;
  for (const client of clients) {
    const failure = failuresOf(mesh, client, place, fails).find(({ answer }) => isCause(answer));
    if (failure !== undefined && (failure.proven || isLikely)) { return failure; }
    if (failure !== undefined && failure.unknown.length < (found?.unknown.length ?? Infinity)) { found = failure; }
  }
  return found;
}

function failuresOf(mesh: MeshSnapshot, client: TrafficClient, place: Place, fails: Fails): readonly Failure[] {
  const { destinations, servers, failsBy } = place;
  const rows = destinations.map((destination) => servers.map((server) => failureOf(mesh, client, place, destination, server, fails)));
  const columns = servers.map((_, index) => rows.map((row) => row[index]));
  const lines = failsBy === 'destination' ? rows : failsBy === 'server' ? columns : [...rows, ...columns];
  return lines.filter((line): line is Failure[] => line.every((failure) => failure !== undefined)).flat();
}

function failureOf(
  mesh: MeshSnapshot, client: TrafficClient, place: Place, destination: TrafficDestination, server: TrafficServer, fails: Fails,
): Failure | undefined {
  // what never meets the proxy has no mode to fail at
  if (!server.captured) { return undefined; }
  const answer = traffic(mesh, { client, server, destination, call: place.call });
  if (!fails(answer, server, place)) { return undefined; }
  const unknown = answer.links.filter(({ link, known }) => !known && link !== 'certificate').map(({ link }) => link);
  return { place, destination, server, answer, unknown, proven: unknown.length === 0 };
}
