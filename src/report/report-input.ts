import { CheckDescription } from '../checks/check';
import { Severity } from '../checks/severity';
import { Report, Threshold } from '../findings/report';
import { Origin } from '../istio/model/manifest';

/** Line and column, from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A file, or a part of it, about which nothing is said. */
export interface SkippedNote {
  readonly file: string;
  readonly reason: string;
  readonly message: string;
}

/** Everything that a format may show. */
export interface ReportInput {
  readonly report: Report;
  readonly skipped: readonly SkippedNote[];
  /** From which severity on the run fails. */
  readonly failOn: Threshold;
  /** Where a field of an object stands; `undefined` when only its file is known. */
  readonly placeOf: (origin: Origin, path: string) => Place | undefined;
  /** All checks, by the order of their ids: formats that describe rules describe these. */
  readonly rules: readonly CheckDescription[];
  readonly tool: Tool;
}

export interface Tool {
  readonly version: string;
  /** Where the documentation lives. */
  readonly homepage: string;
}

/** How a format that is for people may look. */
export interface Look {
  readonly columns: number;
  readonly colors: boolean;
}

/** A report in pieces, so that a large one is never in memory as a whole. */
export type Renderer = (input: ReportInput, look: Look) => Iterable<string>;

export const SEVERITY_WORDS: Readonly<Record<Severity, readonly [one: string, many: string]>> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  info: ['info', 'infos'],
};
