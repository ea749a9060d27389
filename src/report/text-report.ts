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
export function* textReport(input: ReportInput, look: Look): Generator<string> {
  const page = new Page(input, look);
  const { findings, acknowledged } = input.report;
  for (const same of groupBy(findings, headingOf).values()) { yield page.object(same); }
  if (acknowledged.length > 0) { yield page.acknowledged(acknowledged); }
  if (input.skipped.length > 0) { yield page.skipped(input.skipped); }
  yield `${summaryLine(input)}\n`;
}

function headingOf(finding: Finding): string {
  return titleOf(finding) || (finding.origin.file === undefined ? 'the mesh' : 'input that cannot be read');
}

class Page {
  constructor(private readonly input: ReportInput, private readonly look: Look) {}

  object(findings: readonly Finding[]): string {
    return this.block(headingOf(findings[0]), findings.flatMap((finding) => this.finding(finding)));
  }

  acknowledged(findings: readonly AcknowledgedFinding[]): string {
    return this.block('acknowledged', findings.flatMap((finding) => {
      const until = finding.until === undefined ? '' : ` (until ${finding.until})`;
      return this.paragraph(`${titleOf(finding)}: ${finding.reason}${until}`, `  ${finding.id} `);
    }));
  }

  skipped(notes: readonly SkippedNote[]): string {
    const left = notes.length - SHOWN_SKIPS;
    return this.block('skipped', [
      ...notes.slice(0, SHOWN_SKIPS).flatMap(({ file, message }) => this.paragraph(`${file}: ${message}`, '  ')),
      ...left > 0 ? [`  and ${counted(left, 'input', 'inputs')} more; --format json names all`] : [],
    ]);
  }

  private block(heading: string, lines: readonly string[]): string {
    return [this.styled('bold', heading), ...lines, ''].map((line) => `${harmless(line)}\n`).join('');
  }

  private finding(finding: Finding): string[] {
    const { id, name, severity, message, fix, origin, path } = finding;
    const place = placeText(this.input, origin, path);
    return [
      `  ${this.styled(COLORS[severity], severity.padEnd(WIDEST_SEVERITY))} ${this.styled('bold', id)} ${name}`,
      ...place === '' ? [] : this.paragraph(place, '    in   '),
      ...this.paragraph(message, '         '),
      ...this.paragraph(fix, '    fix  '),
      ...relatedTexts(this.input, finding).flatMap((other) => this.paragraph(other, '    with ')),
    ];
  }

  private paragraph(text: string, head: string): string[] {
    return wrapped(printable(text), this.look.columns, head);
  }

  private styled(style: Style, text: string): string {
    // Who calls knows where the text goes; Node would ask standard output.
    return this.look.colors ? styleText(style, text, { validateStream: false }) : text;
  }
}

/** What a runner of GitHub Actions would take for a command is shown, not sent. */
function harmless(line: string): string {
  return line.replace(/^(\s*):(?=:)/, '$1\\u003a').replace(/##(?=\[)/g, '#\\u0023');
}
