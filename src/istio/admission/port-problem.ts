import { BOTH_GATES, Objection, WEBHOOK_ONLY } from './objection';
import { shown } from './shown';

const HIGHEST_PORT = 65535;

/** What is wrong with a workload port: a key of `portLevelMtls`, or the number itself. */
export function portProblem(port: unknown, path = ''): Objection | undefined {
  const text = typeof port === 'string' || typeof port === 'number' ? String(port) : '';
  // What JSON takes, CEL takes as well.
  if (isJsonPort(text)) return undefined;
  return {
    rule: 'sidecar.md A4',
    refusedBy: isCelPort(text) ? WEBHOOK_ONLY : BOTH_GATES,
    path,
    message: `port ${shown(port)} is not a workload port; write a whole number from 1 to 65535, the port that the container listens on`,
  };
}

/** CEL's `int()` takes a sign and leading zeros. */
function isCelPort(text: string): boolean {
  return /^[+-]?\d+$/.test(text) && isInRange(text);
}

/** istiod decodes the key as a JSON number, which has neither. */
function isJsonPort(text: string): boolean {
  return /^(0|[1-9]\d*)$/.test(text) && isInRange(text);
}

function isInRange(text: string): boolean {
  const port = Number(text);
  return port >= 1 && port <= HIGHEST_PORT;
}
