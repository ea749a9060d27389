import { styleText } from 'node:util';
import { Look, ReportInput, SkippedNote } from './report-input';
import { counted, placeText, relatedTexts, summaryLine, titleOf } from './words';
import { wrapped } from './wrap';
import { Severity } from '../checks/severity';
import { AcknowledgedFinding, Finding } from '../findings/finding';
import { printable } from '../findings/printable';
import { groupBy } from '../istio/model/index/group';

type Style = Parameters<typeof styleText>[0];

const COLORS: Readonly<Record<Severity, Style>> = { error: 'red', warning: 'yellow', info: 'cyan' };
const WIDEST_SEVERITY = 'warning'.length;
/** How many skipped inputs are named. */
const SHOWN_SKIPS = 10;

/** For people: what must change, object by object, the worst first. */
export function textReport(input: ReportInput, look: Look): string {
  const page = new Page(input, look);
  for (const findings of groupBy(input.report.findings, headingOf).values()) { page.object(findings); }
  page.acknowledged(input.report.acknowledged);
  page.skipped(input.skipped);
  page.summary();
  return page.text();
}

function headingOf(finding: Finding): string {
  return titleOf(finding) || (finding.origin.file === undefined ? 'the mesh' : 'input that cannot be read');
}

class Page {
  private readonly lines: string[] = [];

  constructor(private readonly input: ReportInput, private readonly look: Look) {}

  text(): string {
    return this.lines.map((line) => `${harmless(line)}\n`).join('');
  }

  object(findings: readonly Finding[]): void {
    this.lines.push(this.styled('bold', headingOf(findings[0])));
    findings.forEach((finding) => this.finding(finding));
    this.lines.push('');
  }

  acknowledged(findings: readonly AcknowledgedFinding[]): void {
    if (findings.length === 0) { return; }
    this.lines.push(this.styled('bold', 'acknowledged'));
    for (const finding of findings) {
      const until = finding.until === undefined ? '' : ` (until ${finding.until})`;
      this.paragraph(printable(`${titleOf(finding)}: ${finding.reason}${until}`), `  ${finding.id} `);
    }
    this.lines.push('');
  }

  skipped(notes: readonly SkippedNote[]): void {
    if (notes.length === 0) { return; }
    this.lines.push(this.styled('bold', 'skipped'));
    for (const { file, message } of notes.slice(0, SHOWN_SKIPS)) { this.paragraph(`${printable(file)}: ${message}`, '  '); }
    if (notes.length > SHOWN_SKIPS) { this.lines.push(`  and ${counted(notes.length - SHOWN_SKIPS, 'input', 'inputs')} more; --format json names all`); }
    this.lines.push('');
  }

  summary(): void {
    this.lines.push(summaryLine(this.input));
  }

  private finding(finding: Finding): void {
    const { id, name, severity, message, fix, origin, path } = finding;
    const place = placeText(this.input, origin, path);
    const head = `  ${this.styled(COLORS[severity], severity.padEnd(WIDEST_SEVERITY))} ${this.styled('bold', id)} ${name}`;
    this.lines.push(head);
    if (place !== '') { this.paragraph(place, '    at   '); }
    this.paragraph(message, '         ');
    this.paragraph(fix, '    fix  ');
    relatedTexts(this.input, finding).forEach((other) => this.paragraph(other, '    with '));
  }

  private paragraph(text: string, head: string): void {
    this.lines.push(...wrapped(text, this.look.columns, head));
  }

  private styled(style: Style, text: string): string {
    return this.look.colors ? styleText(style, text) : text;
  }
}

/** What a runner of GitHub Actions would take for a command is shown, not sent. */
function harmless(line: string): string {
  return line.replace(/^(\s*):(?=:)/, '$1\\u003a').replace(/##(?=\[)/g, '#\\u0023');
}
