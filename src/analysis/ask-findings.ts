import { FindingsOptions } from './findings-options';
import { MtlsFinding } from './mtls-finding';
import { mtlsObjectOf } from './mtls-object-of';
import { MtlsSeverity } from './mtls-severity';
import { Finding } from '../findings/finding';
import { renderLine } from '../findings/render-line';
import { shown } from '../istio/admission/shown';

const LOUDEST_FIRST: readonly MtlsSeverity[] = [MtlsSeverity.ERROR, MtlsSeverity.WARNING, MtlsSeverity.INFO];

export function askedFor({ minimumSeverity = MtlsSeverity.INFO, ids }: FindingsOptions): (finding: Finding) => boolean {
  const loudness = LOUDEST_FIRST.indexOf(minimumSeverity);
  if (loudness < 0) throw new Error(`minimumSeverity ${shown(minimumSeverity)} is unknown; write ${LOUDEST_FIRST.join(', ')}`);
  return ({ id, severity }) => LOUDEST_FIRST.indexOf(severityOf(severity)) <= loudness && (ids === undefined || ids.includes(id));
}

export function mtlsFindingOf({ id, name, severity, message, fix, mesh, object, path, origin, related }: Finding): MtlsFinding {
  return {
    id,
    name,
    severity: severityOf(severity),
    message,
    fix,
    mesh,
    object: mtlsObjectOf({ ...object, origin }),
    path,
    related: related.map(mtlsObjectOf),
  };
}

/** As many lines as findings: what a failing unit test shows. */
export function textOf(findings: readonly Finding[]): string {
  return findings.map((finding) => `${finding.severity}: [${finding.origin.construct ?? ''}] ${renderLine(finding)}`).join('\n');
}

function severityOf(severity: Finding['severity']): MtlsSeverity {
  return MtlsSeverity[severity.toUpperCase() as keyof typeof MtlsSeverity];
}
