import { hash } from 'node:crypto';
import { jsonList, mapped } from './json-pieces';
import { jsonText } from './json-text';
import { ReportInput } from './report-input';
import { objectTitle, titleOf } from './words';
import { CheckDescription } from '../checks/check';
import { Severity } from '../checks/severity';
import { AcknowledgedFinding, Finding } from '../findings/finding';
import { Origin } from '../istio/model/manifest';

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/** What GitHub takes of one result. */
const MOST_LOCATIONS = 100;

/** SARIF 2.1.0, for code scanning. Acknowledged findings are in it, suppressed. */
export function* sarifReport(input: ReportInput): Generator<string> {
  const { report, rules } = input;
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const fingerprints = new Fingerprints();
  const resultOf = (finding: Finding) => result(input, finding, indexes.get(finding.id), fingerprints.of(finding));
  yield `{
  "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
  "version": "2.1.0",
  "runs": [
    {
      "tool": ${nested(driver(input))},
      "invocations": ${nested([invocation(input)])},
      "columnKind": "utf16CodeUnits",
      "results": [`;
  yield* jsonList(function* () {
    yield* mapped(report.findings, resultOf);
    yield* mapped(report.acknowledged, (finding) => ({ ...resultOf(finding), suppressions: [suppression(finding)] }));
  }(), 4);
  yield ']\n    }\n  ]\n}\n';
}

function nested(value: unknown): string {
  return jsonText(value).replace(/\n/g, '\n      ');
}

function driver({ rules, tool: { version, homepage } }: ReportInput) {
  return { driver: { name: 'istio-mtls', version, informationUri: homepage, rules: rules.map((rule) => ruleOf(rule, homepage)) } };
}

function invocation({ skipped }: ReportInput) {
  return {
    executionSuccessful: true,
    toolExecutionNotifications: skipped.map(({ file, reason, message }) => ({
      level: 'note',
      descriptor: { id: reason },
      message: { text: message },
      locations: [{ physicalLocation: { artifactLocation: artifact(file) } }],
    })),
  };
}

function ruleOf({ id, name, why, fix, severity, sources }: CheckDescription, homepage: string) {
  return {
    id,
    name: name.split('-').map((word) => word[0].toUpperCase() + word.slice(1)).join(''),
    shortDescription: { text: name.replace(/-/g, ' ') },
    fullDescription: { text: `${why}.` },
    helpUri: `${homepage}/blob/main/docs/checks/${id}.md`,
    help: { text: [`${why}.`, `Fix: ${fix}.`, severity, `Sources: ${sources.join('; ')}.`].join('\n') },
    properties: { tags: ['security', 'istio', 'mtls'] },
  };
}

function result(input: ReportInput, finding: Finding, ruleIndex: number | undefined, fingerprint: string) {
  const { id, severity, message, fix, origin, path, related } = finding;
  const title = titleOf(finding);
  return {
    ruleId: id,
    ...ruleIndex === undefined ? {} : { ruleIndex },
    level: LEVELS[severity],
    message: { text: `${title === '' ? '' : `${title}: `}${message}; fix: ${fix}` },
    locations: [location(input, origin, path, title)],
    ...related.length === 0 ? {} : {
      relatedLocations: related.slice(0, MOST_LOCATIONS).map((other, index) => ({
        id: index,
        ...location(input, other.origin, '', objectTitle(other)),
        message: { text: objectTitle(other) },
      })),
    },
    partialFingerprints: { 'istioMtlsFinding/v1': fingerprint },
  };
}

function location({ placeOf }: ReportInput, origin: Origin, path: string, title: string) {
  const place = placeOf(origin, path);
  const name = [title, path].filter((part) => part !== '').join(' ');
  return {
    ...origin.file === undefined ? {} : {
      physicalLocation: {
        artifactLocation: artifact(origin.file),
        ...place === undefined ? {} : { region: { startLine: place.line, startColumn: place.column } },
      },
    },
    ...name === '' ? {} : { logicalLocations: [{ fullyQualifiedName: name, kind: 'resource' }] },
  };
}

/** Relative to the root of the sources, whatever that is on the machine of the reader. */
function artifact(file: string) {
  const uri = file === '-' ? 'stdin' : file.replace(/[\ud800-\udfff]/gu, '\ufffd').split('/').map(encodeURIComponent).join('/');
  return { uri, uriBaseId: '%SRCROOT%' };
}

function suppression({ reason }: AcknowledgedFinding) {
  return { kind: 'inSource', justification: reason };
}

/** The same from run to run, whatever moves around the object. */
class Fingerprints {
  private readonly seen = new Map<string, number>();

  of({ id, mesh, object, path, origin }: Finding): string {
    const identity = JSON.stringify([id, mesh, object.kind, object.namespace, object.name, path, origin.file, origin.construct]);
    const count = this.seen.get(identity) ?? 0;
    this.seen.set(identity, count + 1);
    return hash('sha256', `${identity} ${count}`).slice(0, 32);
  }
}
