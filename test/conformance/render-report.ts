import { FolderReport } from './run-folder';

/** A table of families, each disagreement, each skip with its reason, and the closing line. */
export function renderReport({ families, errors }: FolderReport): string {
  const counts = families.map(({ family, passed, failed, skipped }) => [family, passed.length, failed.length, skipped.length] as const);
  const total = counts.reduce(([p, f, s], [, passed, failed, skipped]) => [p + passed, f + failed, s + skipped], [0, 0, 0]);
  return [
    ...table([['family', 'passed', 'failed', 'skipped'], ...counts.map((row) => row.map(String))]),
    ...section('disagreements', families.flatMap(({ family, disagreements }) =>
      disagreements.map(({ id, field, expected, got }) => `${family} ${id}: ${field}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(got)}`))),
    ...section('skipped', families.flatMap(({ family, skipped }) => skipped.map(({ id, reason }) => `${family} ${id}: ${reason}`))),
    ...section('errors', errors),
    '',
    `${total[0]} passed, ${total[1]} failed, ${total[2]} skipped`,
    '',
  ].join('\n');
}

export function exitCodeOf({ families, errors }: FolderReport): number {
  return errors.length > 0 || families.some(({ failed }) => failed.length > 0) ? 1 : 0;
}

function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows.map((row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join('  '));
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', `${title}:`, ...lines.map((line) => `  ${line}`)];
}
