import { ReportInput, SEVERITY_WORDS } from './report-input';
import { objectName } from '../checks/object-name';
import { SEVERITIES } from '../checks/severity';
import { Finding, ObjectReference } from '../findings/finding';
import { printable } from '../findings/printable';
import { Origin } from '../istio/model/manifest';
import { DEFAULT_MESH } from '../istio/model/profile';

/** `2 errors, 1 warning, 0 infos`, and what else there is to know in one line. */
export function summaryLine({ report: { summary }, skipped }: ReportInput): string {
  const found = SEVERITIES.map((severity) => counted(summary[severity], ...SEVERITY_WORDS[severity]));
  const more = [
    ...summary.acknowledged > 0 ? [`${summary.acknowledged} acknowledged`] : [],
    ...summary.known > 0 ? [`${summary.known} in the baseline`] : [],
    ...skipped.length > 0 ? [`${counted(skipped.length, 'input', 'inputs')} skipped`] : [],
  ];
  return [...found, ...more].join(', ');
}

export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** `PeerAuthentication production/default`; empty when there was no object. */
export function objectTitle(object: ObjectReference): string {
  return object.kind === '' ? '' : printable(objectName(object));
}

/** The same, with the mesh where there are several. */
export function titleOf({ object, mesh }: Finding): string {
  const title = objectTitle(object);
  return mesh === DEFAULT_MESH ? title : `${title} in mesh ${printable(mesh)}`.trim();
}

/** `policies/default.yaml:12:3`, as editors and terminals make links of. */
export function placeText({ placeOf }: ReportInput, origin: Origin, path: string): string {
  const place = placeOf(origin, path);
  const where = origin.file ?? origin.construct;
  if (where === undefined) { return ''; }
  return printable(where === '-' ? 'standard input' : where) + (place === undefined ? '' : `:${place.line}:${place.column}`);
}

/** How many of the other objects a person wants to read. */
const SHOWN_RELATED = 10;

/** `PeerAuthentication production/legacy (legacy.yaml:3:1)` */
export function relatedTexts(input: ReportInput, { related }: Finding): string[] {
  const texts = related.slice(0, SHOWN_RELATED).map((other) => {
    const place = placeText(input, other.origin, '');
    return place === '' ? objectTitle(other) : `${objectTitle(other)} (${place})`;
  });
  const left = related.length - SHOWN_RELATED;
  return left > 0 ? [...texts, `${left} more`] : texts;
}
