import { Observation } from '../../../src/checks/check';

/** Proper names and kinds that may open a message. */
const NAMES = new Set([
  'Istio', 'Kubernetes', 'Prometheus', 'Envoy', 'Service', 'Services', 'Sidecar', 'Namespace', 'Deployment', 'Gateway', 'Ingress', 'Pod', 'Job', 'Node',
]);

/** What is wrong with the words of an observation, by the house's style; empty when nothing is. */
export function proseFaults({ message, fix }: Pick<Observation, 'message' | 'fix'>): string[] {
  return [...faultsOf('message', message), ...faultsOf('fix', fix)];
}

function faultsOf(part: string, text: string): string[] {
  const faults: string[] = [];
  if (text.trim() === '') { faults.push(`${part} is empty`); }
  if (text !== text.trim()) { faults.push(`${part} has spaces around it: '${text}'`); }
  if (/[\r\n]/.test(text)) { faults.push(`${part} has more than one line: '${text}'`); }
  if (/[.!]\s*$/.test(text)) { faults.push(`${part} ends with a full stop: '${text}'`); }
  if (/\[object Object\]|(?<!['`"])\b(undefined|NaN)\b(?!['`"])/.test(text)) { faults.push(`${part} shows a value that is not there: '${text}'`); }
  if (startsWithCapital(text)) { faults.push(`${part} starts with a capital: '${text}'`); }
  return faults;
}

/** `STRICT`, `PeerAuthentication` and the names above may; `The` may not. */
function startsWithCapital(text: string): boolean {
  const word = /^[A-Z][A-Za-z_]*/.exec(text)?.[0];
  if (word === undefined) { return false; }
  const words = /^[A-Z_]+$/.test(word) && word.length > 1;
  const kind = /^([A-Z]+[a-z]+){2,}s?$/.test(word);
  return !words && !kind && !NAMES.has(word);
}
