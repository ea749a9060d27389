import { readableDurationProblem } from './duration-problem';
import { indexPath, keyPath } from './field-path';
import { Fields, fieldsOf, isAbsent, listOf, numberOf, textOf } from './fields';
import { NO_OBJECTIONS, Objection, refusedByWebhook } from './objection';
import { shown } from './shown';

const RULE = 'istio validateLoadBalancer';
const LARGEST_TABLE = 5000011;

/** What is wrong with a `consistentHash` block. */
export function consistentHashProblems(consistentHash: unknown, path: string): readonly Objection[] {
  const fields = fieldsOf(consistentHash);
  if (fields === undefined) return NO_OBJECTIONS;
  const problems = [
    ...cookieProblems(fieldsOf(fields.httpCookie), keyPath(path, 'httpCookie')),
    ...maglevProblems(fieldsOf(fields.maglev), keyPath(keyPath(path, 'maglev'), 'tableSize')),
  ];
  if (hasMinimumRingSize(fields) && !(isAbsent(fields.ringHash) && isAbsent(fields.maglev))) {
    problems.push(refusedByWebhook(RULE, keyPath(path, 'minimumRingSize'), 'minimumRingSize cannot stand beside ringHash or maglev; remove it'));
  }
  return problems;
}

/** What istiod warns about in a `consistentHash` block. */
export function consistentHashWarnings(consistentHash: unknown, path: string): readonly Objection[] {
  const fields = fieldsOf(consistentHash);
  if (fields === undefined || !hasMinimumRingSize(fields)) return NO_OBJECTIONS;
  return [refusedByWebhook(RULE, keyPath(path, 'minimumRingSize'), 'minimumRingSize is deprecated; use ringHash.minimumRingSize')];
}

function hasMinimumRingSize(fields: Fields): boolean {
  return (numberOf(fields.minimumRingSize) ?? 0) !== 0;
}

function cookieProblems(cookie: Fields | undefined, path: string): readonly Objection[] {
  if (cookie === undefined) return NO_OBJECTIONS;
  const seen = new Set<string>();
  const problems = listOf(cookie.attributes).map((attribute, index) => {
    const name = textOf(fieldsOf(attribute)?.name);
    const place = keyPath(indexPath(keyPath(path, 'attributes'), index), 'name');
    if (name === '') return refusedByWebhook(RULE, place, 'a cookie attribute has no name; write one');
    if (seen.has(name)) return refusedByWebhook(RULE, place, `cookie attribute ${shown(name)} is there twice; remove one`);
    seen.add(name);
    return undefined;
  });
  problems.push(readableDurationProblem(cookie.ttl, keyPath(path, 'ttl')));
  if (textOf(cookie.name) === '') problems.push(refusedByWebhook(RULE, keyPath(path, 'name'), 'httpCookie has no name; write one'));
  return problems.filter(problem => problem !== undefined);
}

function maglevProblems(maglev: Fields | undefined, path: string): readonly Objection[] {
  if (maglev === undefined) return NO_OBJECTIONS;
  const tableSize = numberOf(maglev.tableSize) ?? 0;
  if (tableSize < LARGEST_TABLE && isPrime(tableSize)) return NO_OBJECTIONS;
  return [refusedByWebhook(RULE, path, `tableSize is ${tableSize}; write a prime number below ${LARGEST_TABLE}, such as 65537`)];
}

/** As Envoy sees it: 1 counts. */
function isPrime(number: number): boolean {
  if (number < 4) return number > 0;
  if (number % 2 === 0) return false;
  for (let factor = 3; factor * factor <= number; factor += 2) {
    if (number % factor === 0) return false;
  }
  return true;
}
