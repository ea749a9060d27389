import { ReportInput } from './report-input';
import { placeText, relatedTexts, summaryLine, titleOf } from './words';
import { Severity } from '../checks/severity';
import { Finding } from '../findings/finding';

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** Commands of GitHub Actions: each finding becomes an annotation of its line. */
export function* githubReport(input: ReportInput): Generator<string> {
  for (const finding of input.report.findings) { yield `${commandOf(input, finding)}\n`; }
  yield `${summaryLine(input)}\n`;
}

function commandOf(input: ReportInput, finding: Finding): string {
  const { id, name, severity, message, fix, origin, path } = finding;
  const place = input.placeOf(origin, path);
  const properties = [
    ...origin.file === undefined ? [] : [['file', origin.file]],
    ...place === undefined ? [] : [['line', String(place.line)], ['col', String(place.column)]],
    ['title', `${id} ${name}`],
  ].map(([key, value]) => `${key}=${propertyText(value)}`).join(',');
  const lines = [
    [titleOf(finding), message].filter((part) => part !== '').join(': '),
    `fix: ${fix}`,
    ...relatedTexts(input, finding).map((other) => `with ${other}`),
    ...origin.file === undefined ? [placeText(input, origin, path)].filter((part) => part !== '') : [],
  ];
  return `::${COMMANDS[severity]} ${properties}::${dataText(lines.join('\n'))}`;
}

/** The runner unescapes exactly these. */
function dataText(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function propertyText(text: string): string {
  return dataText(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
