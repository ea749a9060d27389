import { Caps } from '../files/caps';
import { InputRead } from '../files/input-read';
import { Field, locate } from '../files/places/locate';
import { Report } from '../findings/report';
import { Origin } from '../istio/model/manifest';
import { ReportInput } from '../report/report-input';

/** Finds the places of everything that the report can name, all at once. */
export function placesOf({ findings, acknowledged }: Report, { textOf }: InputRead, caps: Caps): ReportInput['placeOf'] {
  const fields = new Map<string, Field>();
  const add = (origin: Origin, path: string) => fields.set(keyOf(origin, path), { origin, path });
  for (const { origin, path, related } of [...findings, ...acknowledged]) {
    add(origin, path);
    related.forEach((other) => add(other.origin, ''));
  }
  const places = locate([...fields.values()], textOf, caps);
  return (origin, path) => {
    const field = fields.get(keyOf(origin, path));
    return field && places.get(field);
  };
}

function keyOf({ file, document, item, nestedItems }: Origin, path: string): string {
  return JSON.stringify([file, document, item, nestedItems, path]);
}
