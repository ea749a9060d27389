import { idsFor, UNANSWERED } from './codes';
import { Disagreement } from './disagreement';
import { EXCEPTIONS } from './exceptions';
import { findingsOf, meets } from './findings-of';
import { OUTDATED_FINDINGS, RIGHT_ERRORS } from './outdated';
import { PeerCase, PeerFinding } from './peer-case';
import { judgeStatus } from './status';
import { objectName } from '../../src/checks/object-name';
import { Finding } from '../../src/findings/finding';

export interface Verdict {
  readonly id: string;
  readonly file: string;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  /** Why it failed or was skipped. */
  readonly reasons: readonly string[];
}

/** Whether our findings cover what the other tool found, and no clean case gets an error. */
export function judge(one: PeerCase): Verdict {
  return verdictOf(one, disagreements(one));
}

export function disagreements(one: PeerCase): Disagreement[] {
  return one.expect.status === undefined ? compareFindings(one) : judgeStatus(one);
}

function compareFindings(one: PeerCase): Disagreement[] {
  const findings = findingsOf(one);
  const { findings: expected = [] } = one.expect;
  return expected.length === 0
    ? findings.filter(({ severity }) => severity === 'error').map((finding) => wrongError(one, finding))
    : expected.filter((wanted) => !isMatched(findings, wanted)).map((wanted) => missing(one, wanted, findings));
}

function isMatched(findings: readonly Finding[], wanted: PeerFinding): boolean {
  const ids = idsFor(wanted.code);
  return findings.some((finding) => ids.includes(finding.id) && meets(finding, wanted));
}

function missing(one: PeerCase, wanted: PeerFinding, findings: readonly Finding[]): Disagreement {
  const ids = idsFor(wanted.code);
  const excuse = OUTDATED_FINDINGS.find(({ covers }) => covers(one, wanted))?.why
    ?? (ids.length === 0 ? UNANSWERED.get(wanted.code) ?? `no check answers ${wanted.code} yet` : undefined);
  const said = findings.map((finding) => `${finding.id} on ${objectName(finding.object)}`).join(', ');
  return { what: `${wanted.code} on ${wanted.object} is not matched by ${ids.join(' or ') || 'any check'}; we say ${said || 'nothing'}`, excuse };
}

function wrongError(one: PeerCase, finding: Finding): Disagreement {
  const excuse = RIGHT_ERRORS.find(({ covers }) => covers(one, finding))?.why;
  return { what: `clean for ${one.scope.join(', ')}, but ${finding.id} on ${objectName(finding.object)}: ${finding.message}`, excuse };
}

function verdictOf({ id, file }: PeerCase, found: readonly Disagreement[]): Verdict {
  if (found.length === 0) { return { id, file, outcome: 'passed', reasons: [] }; }
  const exception = EXCEPTIONS.get(id);
  if (exception !== undefined) { return { id, file, outcome: 'skipped', reasons: [exception] }; }
  const open = found.filter(({ excuse }) => excuse === undefined);
  if (open.length > 0) { return { id, file, outcome: 'failed', reasons: open.map(({ what }) => what) }; }
  return { id, file, outcome: 'skipped', reasons: [...new Set(found.map(({ excuse }) => excuse ?? ''))] };
}
