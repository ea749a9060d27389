import { Verdict } from './judge';

const OUTCOMES = ['passed', 'failed', 'skipped'] as const;

/** A table by file, the disagreements, the reasons of what was skipped, and the totals alone on the last line. */
export function summary(verdicts: readonly Verdict[]): string {
  const files = [...new Set(verdicts.map(({ file }) => file))];
  const width = Math.max(...files.map(({ length }) => length), 4);
  const row = (name: string, cells: readonly (string | number)[]) => [name.padEnd(width), ...cells.map((cell) => String(cell).padStart(8))].join('');
  return [
    row('file', OUTCOMES),
    ...files.map((file) => row(file, counts(verdicts.filter((verdict) => verdict.file === file)))),
    '',
    ...verdicts.filter(({ outcome }) => outcome === 'failed').flatMap(({ id, reasons }) => reasons.map((reason) => `FAILED ${id}: ${reason}`)),
    ...skipReasons(verdicts),
    OUTCOMES.map((outcome, index) => `${counts(verdicts)[index]} ${outcome}`).join(', '),
  ].join('\n');
}

function counts(verdicts: readonly Verdict[]): number[] {
  return OUTCOMES.map((wanted) => verdicts.filter(({ outcome }) => outcome === wanted).length);
}

function skipReasons(verdicts: readonly Verdict[]): string[] {
  const byReason = new Map<string, number>();
  for (const { reasons } of verdicts.filter(({ outcome }) => outcome === 'skipped')) {
    const reason = reasons.join('; ');
    byReason.set(reason, (byReason.get(reason) ?? 0) + 1);
  }
  return [...byReason].sort().map(([reason, count]) => `skipped ${count}: ${reason}`);
}
