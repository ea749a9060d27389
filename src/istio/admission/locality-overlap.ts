import { shown } from './shown';

const ANY = '*';

/** Why localities (`region/zone/sub-zone`) cannot stand together; undefined when they can. */
export function localityOverlap(localities: readonly string[]): string | undefined {
  const taken = new Map<string, Map<string, Set<string>>>();
  for (const locality of localities) {
    const reason = shapeReason(locality) ?? (isTaken(locality, taken) ? 'overlaps with an earlier one; write each place once' : undefined);
    if (reason !== undefined) return `${shown(locality)} ${reason}`;
    take(locality, taken);
  }
  return undefined;
}

function shapeReason(locality: string): string | undefined {
  const star = locality.indexOf(ANY);
  if (star >= 0 && star < locality.length - 1) return 'has "*" before the end; write it once, as the last character';
  return partsOf(locality).includes('') ? 'has an empty part; write region, region/zone or region/zone/sub-zone' : undefined;
}

/** A third part keeps its slashes. */
function partsOf(locality: string): readonly string[] {
  const [region, zone, ...rest] = locality.split('/');
  return zone === undefined ? [region] : rest.length === 0 ? [region, zone] : [region, zone, rest.join('/')];
}

type Taken = Map<string, Map<string, Set<string>>>;

function isTaken(locality: string, taken: Taken): boolean {
  if (taken.has(ANY)) return true;
  const [region, zone, subZone] = partsOf(locality);
  const zones = taken.get(region);
  if (zones === undefined) return false;
  if (zone === undefined || zones.has(ANY)) return true;
  const subZones = zones.get(zone);
  return subZones !== undefined && (subZone === undefined || subZones.has(ANY) || subZones.has(subZone));
}

function take(locality: string, taken: Taken): void {
  const [region, zone = ANY, subZone = ANY] = partsOf(locality);
  const zones = taken.get(region) ?? new Map<string, Set<string>>();
  taken.set(region, zones.set(zone, (zones.get(zone) ?? new Set<string>()).add(subZone)));
}
