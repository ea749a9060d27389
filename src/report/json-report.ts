import { jsonList, mapped } from './json-pieces';
import { jsonText } from './json-text';
import { ReportInput } from './report-input';
import { AcknowledgedFinding, Finding, RelatedObject } from '../findings/finding';
import { Origin } from '../istio/model/manifest';

/** The stable contract: fields are added, never renamed or removed, as long as `version` is 1. What is unknown is `null`. */
export function* jsonReport(input: ReportInput): Generator<string> {
  const { findings, acknowledged, summary: { error, warning, info, acknowledged: accepted } } = input.report;
  yield '{\n  "version": 1,\n  "findings": [';
  yield* jsonList(mapped(findings, (finding) => findingJson(input, finding)), 2);
  yield '],\n  "acknowledged": [';
  yield* jsonList(mapped(acknowledged, (finding) => ({ ...findingJson(input, finding), ...responsibility(finding) })), 2);
  yield '],\n  "skipped": [';
  yield* jsonList(input.skipped, 2);
  yield `],\n  "summary": ${jsonText({ error, warning, info, acknowledged: accepted }).replace(/\n/g, '\n  ')}\n}\n`;
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
