import { ReportInput } from './report-input';
import { AcknowledgedFinding, Finding, RelatedObject } from '../findings/finding';
import { Origin } from '../istio/model/manifest';

/** The stable contract: fields are added, never renamed or removed, as long as `version` is 1. What is unknown is `null`. */
export function jsonReport(input: ReportInput): string {
  const { findings, acknowledged, summary } = input.report;
  const report = {
    version: 1,
    findings: findings.map((finding) => findingJson(input, finding)),
    acknowledged: acknowledged.map((finding) => ({ ...findingJson(input, finding), ...responsibility(finding) })),
    skipped: input.skipped,
    summary: { error: summary.error, warning: summary.warning, info: summary.info, acknowledged: summary.acknowledged },
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function findingJson(input: ReportInput, finding: Finding) {
  const { id, name, severity, message, fix, docs, mesh, object, path, origin, related } = finding;
  return {
    id,
    name,
    severity,
    message,
    fix,
    docs,
    mesh,
    object: { apiVersion: object.apiVersion, kind: object.kind, namespace: object.namespace ?? null, name: object.name },
    path,
    ...placeJson(input, origin, path),
    related: related.map((other) => relatedJson(input, other)),
  };
}

function relatedJson(input: ReportInput, { apiVersion, kind, namespace, name, origin }: RelatedObject) {
  return { apiVersion, kind, namespace: namespace ?? null, name, ...placeJson(input, origin, '') };
}

function placeJson({ placeOf }: ReportInput, origin: Origin, path: string) {
  const { line = null, column = null } = placeOf(origin, path) ?? {};
  return { file: origin.file ?? null, line, column, construct: origin.construct ?? null };
}

function responsibility({ reason, until }: AcknowledgedFinding) {
  return { reason, until: until ?? null };
}
