import { Finding } from './finding';
import { objectName } from '../checks/object-name';
import { isAcknowledgeable } from '../checks/registry';

/** What identifies a finding from run to run: not its words, its severity or its line. */
export interface BaselineEntry {
  readonly id: string;
  readonly mesh: string;
  /** `PeerAuthentication production/default` */
  readonly object: string;
  readonly path: string;
}

/** Findings that were there before: they stay quiet, new ones are loud. */
export interface Baseline {
  readonly version: 1;
  readonly findings: readonly BaselineEntry[];
}

export function baselineOf(findings: readonly Finding[]): Baseline {
  return { version: 1, findings: findings.map(({ id, mesh, object, path }) => ({ id, mesh, object: objectName(object), path })) };
}

/** One line a finding, so that a change of the file reads as a change of findings. */
export function writeBaseline(baseline: Baseline): string {
  const lines = baseline.findings.map(({ id, mesh, object, path }) => `    ${JSON.stringify({ id, mesh, object, path })}`);
  return `{\n  "version": 1,\n  "findings": [${lines.length === 0 ? '' : `\n${lines.join(',\n')}\n  `}]\n}\n`;
}

export function readBaseline(text: string): Baseline {
  const value = parsed(text);
  if (!isRecord(value) || value.version !== 1) {
    throw new Error(`the baseline has version ${JSON.stringify(isRecord(value) ? value.version : value)}, only 1 is known; write it anew`);
  }
  if (!Array.isArray(value.findings)) { throw new Error('the baseline has no list called findings; write it anew'); }
  return { version: 1, findings: value.findings.map(entryOf) };
}

/** Stable text of an entry; needs no hash, so that a reader can compare it. */
export function fingerprint({ id, mesh, object, path }: BaselineEntry): string {
  return JSON.stringify([id, mesh, object, path]);
}

export interface BaselineOutcome {
  readonly fresh: readonly Finding[];
  readonly known: readonly Finding[];
}

/** An entry keeps one finding quiet: a second one of the same fingerprint is new. What cannot be acknowledged is never quiet. */
export function applyBaseline(findings: readonly Finding[], baseline: Baseline | undefined): BaselineOutcome {
  const left = new Map<string, number>();
  for (const entry of baseline?.findings.filter(({ id }) => isAcknowledgeable(id)) ?? []) {
    const key = fingerprint(entry);
    left.set(key, (left.get(key) ?? 0) + 1);
  }
  const fresh: Finding[] = [];
  const known: Finding[] = [];
  for (const finding of findings) {
    const key = fingerprint({ ...finding, object: objectName(finding.object) });
    const count = left.get(key) ?? 0;
    (count > 0 ? known : fresh).push(finding);
    left.set(key, count - 1);
  }
  return { fresh, known };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`the baseline is not JSON: ${(error as Error).message.split('\n', 1)[0]}`);
  }
}

function entryOf(value: unknown, index: number): BaselineEntry {
  const [id, mesh, object, path] = ['id', 'mesh', 'object', 'path'].map((field) => {
    const text = isRecord(value) ? value[field] : undefined;
    if (typeof text !== 'string') { throw new Error(`the baseline's findings[${index}].${field} is ${JSON.stringify(text)}, a text is needed; write it anew`); }
    return text;
  });
  return { id, mesh, object, path };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
