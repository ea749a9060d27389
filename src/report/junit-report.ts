import { ReportInput } from './report-input';
import { placeText, relatedTexts, titleOf } from './words';
import { xmlText } from './xml-text';
import { AcknowledgedFinding, Finding } from '../findings/finding';
import { fails } from '../findings/report';

/** JUnit XML as Jenkins, GitLab and Azure read it: a test case a finding. Those that do not fail the run pass with their text as output. */
export function* junitReport(input: ReportInput): Generator<string> {
  const { findings, acknowledged } = input.report;
  const failures = findings.filter((finding) => isFailure(input, finding)).length;
  // A report without a case counts as a broken one.
  const empty = findings.length + acknowledged.length === 0;
  const counts = { tests: String(empty ? 1 : findings.length + acknowledged.length), failures: String(failures), errors: '0' };
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<testsuites${attributes({ name: 'istio-mtls', ...counts, time: '0' })}>\n`;
  yield `  <testsuite${attributes({ name: 'istio-mtls check', ...counts, skipped: String(acknowledged.length), time: '0' })}>\n`;
  if (empty) { yield `    <testcase${attributes({ classname: 'istio-mtls', name: 'no findings', time: '0' })}/>\n`; }
  for (const finding of findings) { yield `    ${findingCase(input, finding)}\n`; }
  for (const finding of acknowledged) { yield `    ${acknowledgedCase(input, finding)}\n`; }
  yield '  </testsuite>\n</testsuites>\n';
}

function isFailure({ failOn }: ReportInput, finding: Finding): boolean {
  return fails({ findings: [finding] }, failOn);
}

function findingCase(input: ReportInput, finding: Finding): string {
  const { severity, message } = finding;
  const body = xmlText(bodyOf(input, finding));
  const inside = isFailure(input, finding)
    ? `<failure${attributes({ message, type: severity })}>${body}</failure>`
    : `<system-out>${body}</system-out>`;
  return `<testcase${attributes(caseOf(input, finding))}>${inside}</testcase>`;
}

function acknowledgedCase(input: ReportInput, finding: AcknowledgedFinding): string {
  return `<testcase${attributes(caseOf(input, finding))}><skipped${attributes({ message: `acknowledged: ${finding.reason}` })}/></testcase>`;
}

function caseOf({ placeOf }: ReportInput, finding: Finding): Record<string, string> {
  const { id, name, origin, path } = finding;
  const line = placeOf(origin, path)?.line;
  return {
    classname: titleOf(finding) || 'input',
    name: `${id} ${name}${path === '' ? '' : ` ${path}`}`,
    time: '0',
    ...origin.file === undefined ? {} : { file: origin.file },
    ...line === undefined ? {} : { line: String(line) },
  };
}

function bodyOf(input: ReportInput, finding: Finding): string {
  const { severity, message, fix, origin, path } = finding;
  const place = placeText(input, origin, path);
  return [
    ...place === '' ? [] : [`in ${place}`],
    `${severity}: ${message}`,
    `fix: ${fix}`,
    ...relatedTexts(input, finding).map((other) => `with ${other}`),
  ].join('\n');
}

function attributes(values: Readonly<Record<string, string>>): string {
  return Object.entries(values).map(([name, value]) => ` ${name}="${xmlText(value)}"`).join('');
}
