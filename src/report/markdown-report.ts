import { markdownText } from './markdown-text';
import { ReportInput } from './report-input';
import { placeText, relatedTexts, summaryLine, titleOf } from './words';
import { AcknowledgedFinding, Finding } from '../findings/finding';

/** GitHub refuses comments of more than 65,536 characters. */
const ROOM = 60_000;

/** A comment for a pull request: one table, the worst first. */
export function markdownReport(input: ReportInput): string[] {
  const { findings, acknowledged } = input.report;
  const parts = [
    `### istio-mtls: ${summaryLine(input)}`,
    ...findings.length === 0 ? [] : [table('| | check | object | what, and what to do |\n|---|---|---|---|', findings, (finding) => row(input, finding))],
    ...acknowledged.length === 0 ? [] : [table('| acknowledged | object | reason |\n|---|---|---|', acknowledged, acknowledgedRow)],
  ];
  return [`${parts.join('\n\n')}\n`];
}

function table<One>(head: string, all: readonly One[], rowOf: (one: One) => string): string {
  const rows: string[] = [];
  let room = ROOM - head.length;
  for (const one of all) {
    const next = rowOf(one);
    room -= next.length + 1;
    if (room < 0) { break; }
    rows.push(next);
  }
  const left = all.length - rows.length;
  return [head, ...rows, ...left > 0 ? ['', `and ${left} more, which the other formats have`] : []].join('\n');
}

function row(input: ReportInput, finding: Finding): string {
  const { severity, id, name, message, fix, origin, path } = finding;
  const where = [titleOf(finding), placeText(input, origin, path)].filter((part) => part !== '').map(markdownText).join('<br>');
  const related = relatedTexts(input, finding).map((other) => `with ${markdownText(other)}`);
  const what = [markdownText(message), `**fix:** ${markdownText(fix)}`, ...related].join('<br>');
  return `| ${severity} | ${id}<br>${name} | ${where} | ${what} |`;
}

function acknowledgedRow(finding: AcknowledgedFinding): string {
  const { id, reason, until } = finding;
  return `| ${id} | ${markdownText(titleOf(finding))} | ${markdownText(until === undefined ? reason : `${reason} (until ${until})`)} |`;
}
