import { Finding } from './finding';
import { SEVERITIES } from '../checks/severity';
import { Origin } from '../istio/model/manifest';

/** The order of every report: the worst first, then by what a reader looks for. Never depends on the order of the input. */
export function inOrder<One extends Finding>(findings: readonly One[]): One[] {
  return [...findings].sort(compareFindings);
}

export function compareFindings(one: Finding, other: Finding): number {
  return SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity)
    || compareText(one.id, other.id)
    || compareText(one.mesh, other.mesh)
    || compareText(one.object.namespace ?? '', other.object.namespace ?? '')
    || compareText(one.object.kind, other.object.kind)
    || compareText(one.object.name, other.object.name)
    || compareText(one.path, other.path)
    || compareOrigins(one.origin, other.origin)
    || compareText(one.message, other.message)
    || compareText(one.fix, other.fix);
}

function compareOrigins(one: Origin, other: Origin): number {
  return compareText(one.construct ?? '', other.construct ?? '')
    || compareText(one.file ?? '', other.file ?? '')
    || (one.document ?? -1) - (other.document ?? -1)
    || (one.item ?? -1) - (other.item ?? -1)
    || compareNested(one.nestedItems, other.nestedItems);
}

/** A List before what is in it. */
function compareNested(one: readonly number[] = [], other: readonly number[] = []): number {
  const difference = one.findIndex((index, depth) => index !== other[depth]);
  return difference === -1 ? one.length - other.length : (one[difference] ?? 0) - (other[difference] ?? -1);
}

/** By code units: the same on every machine, whatever its locale. */
function compareText(one: string, other: string): number {
  if (one === other) { return 0; }
  return one < other ? -1 : 1;
}
