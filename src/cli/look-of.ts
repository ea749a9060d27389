import { Look } from '../report/report-input';

const NARROWEST = 40;
const WIDEST = 160;
const DEFAULT_COLUMNS = 80;

/** Colours only for a person at a terminal who has not asked to do without. */
export function lookOf(toStdout: boolean): Look {
  const terminal = toStdout && process.stdout.isTTY;
  const { NO_COLOR = '', TERM } = process.env;
  const columns = (terminal ? process.stdout.columns : undefined) ?? DEFAULT_COLUMNS;
  return { columns: Math.min(Math.max(columns, NARROWEST), WIDEST), colors: terminal && NO_COLOR === '' && TERM !== 'dumb' };
}
