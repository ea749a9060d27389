import { goDuration } from './go-duration';
import { BOTH_GATES, CRD_ONLY, Gate, Objection, WEBHOOK_ONLY } from './objection';
import { shown } from './shown';

const MILLISECOND = 1_000_000n;
const RULE = 'istio ValidateDuration';

/** A duration field that a CEL rule and the webhook check: at least a millisecond, and whole milliseconds. */
export function durationProblem(value: unknown, path: string): Objection | undefined {
  return readableProblem(value, path, BOTH_GATES) ?? lengthProblem(value, path, BOTH_GATES) ?? precisionProblem(value, path);
}

/** `warmupDurationSecs`: deprecated, and no longer looked at by the webhook. */
export function celDurationProblem(value: unknown, path: string): Objection | undefined {
  return readableProblem(value, path, BOTH_GATES) ?? lengthProblem(value, path, CRD_ONLY);
}

/** A duration field that nobody checks: it only has to be one. */
export function readableDurationProblem(value: unknown, path: string): Objection | undefined {
  return readableProblem(value, path, WEBHOOK_ONLY);
}

/** `connectionPool.tcp.idleTimeout`: no CEL rule, and less than a millisecond means never. */
export function idleTimeoutProblem(value: unknown, path: string): Objection | undefined {
  const unreadable = readableProblem(value, path, WEBHOOK_ONLY);
  if (unreadable !== undefined || (nanoseconds(value) ?? 0n) / MILLISECOND === 0n) return unreadable;
  return lengthProblem(value, path, WEBHOOK_ONLY) ?? precisionProblem(value, path);
}

function readableProblem(value: unknown, path: string, refusedBy: readonly Gate[]): Objection | undefined {
  if (typeof value !== 'string' || goDuration(value) !== undefined) return undefined;
  return { rule: RULE, refusedBy, path, message: `duration ${shown(value)} is unreadable; write numbers with units, such as "30s", "500ms" or "1h30m"` };
}

function lengthProblem(value: unknown, path: string, refusedBy: readonly Gate[]): Objection | undefined {
  if ((nanoseconds(value) ?? MILLISECOND) >= MILLISECOND) return undefined;
  return { rule: RULE, refusedBy, path, message: `duration ${shown(value)} is too short; write at least "1ms"` };
}

function precisionProblem(value: unknown, path: string): Objection | undefined {
  if ((nanoseconds(value) ?? 0n) % MILLISECOND === 0n) return undefined;
  return { rule: RULE, refusedBy: WEBHOOK_ONLY, path, message: `duration ${shown(value)} is finer than a millisecond; round it to milliseconds` };
}

function nanoseconds(value: unknown): bigint | undefined {
  return typeof value === 'string' ? goDuration(value) : undefined;
}
