import { Caps } from '../files/caps';
import { InputRead } from '../files/input-read';
import { Field, locate } from '../files/places/locate';
import { Report } from '../findings/report';
import { Origin } from '../istio/model/manifest';
import { ReportInput } from '../report/report-input';

/** Finds the places of everything that the report can name, all at once. */
export function placesOf({ findings, acknowledged }: Report, { textOf }: InputRead, caps: Caps): ReportInput['placeOf'] {
  const fields = new Map<Origin, Field[]>();
  for (const { origin, path, related } of [...findings, ...acknowledged]) {
    addField(fields, origin, path);
    related.forEach((other) => addField(fields, other.origin, ''));
  }
  const places = locate([...fields.values()].flat(), textOf, caps);
  return (origin, path) => {
    const field = fields.get(origin)?.find((one) => one.path === path);
    return field && places.get(field);
  };
}

/** An object has few findings, and many objects have none. */
function addField(fields: Map<Origin, Field[]>, origin: Origin, path: string): void {
  const known = fields.get(origin);
  if (known === undefined) {
    fields.set(origin, [{ origin, path }]);
  } else if (!known.some((one) => one.path === path)) {
    known.push({ origin, path });
  }
}
