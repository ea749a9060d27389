import { Check, CheckContext, Observation } from '../../src/checks/check';
import { Severity } from '../../src/checks/severity';

const WORDS = { why: 'w', sources: ['s'], severity: 's', fix: 'the general fix', peers: [], bad: { yaml: '' }, good: { yaml: '' } };

/** A check with a real id that says the same about every policy; for tests of what the engine makes of it. */
export function policyCheck(id: string, severity: Severity = 'warning', parts: Partial<Observation> = {}): Check {
  return checkWith(id, ({ mesh }) => mesh.policies.map((resource) => (
    { severity, resource, path: 'spec', message: `about ${resource.name}`, fix: 'the fix', ...parts })));
}

export function checkWith(id: string, check: (context: CheckContext) => Iterable<Observation>): Check {
  return { ...WORDS, id, name: `name-of-${id.toLowerCase()}`, check };
}
