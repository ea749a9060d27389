import { idsFor, UNANSWERED } from './codes';
import { Disagreement, Excuse } from './disagreement';
import { EXCEPTIONS } from './exceptions';
import { findingsOf, meets } from './findings-of';
import { laterCheck } from './later';
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
  /** Skipped for a reason that the cases' own README does not name. */
  readonly beyondReadme: boolean;
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
    ? findings.filter(({ severity }) => severity === 'error').map((finding) => wrongError(one, finding, findings))
    : expected.filter((wanted) => !isMatched(findings, wanted)).map((wanted) => missing(one, wanted, findings));
}

function isMatched(findings: readonly Finding[], wanted: PeerFinding): boolean {
  const ids = idsFor(wanted.code);
  return findings.some((finding) => ids.includes(finding.id) && meets(finding, wanted));
}

function missing(one: PeerCase, wanted: PeerFinding, findings: readonly Finding[]): Disagreement {
  const ids = idsFor(wanted.code);
  const excuse = OUTDATED_FINDINGS.find(({ covers }) => covers(one, wanted, findings)) ?? notAnswered(wanted.code, ids);
  const said = [...new Set(findings.map((finding) => `${finding.id} on ${objectName(finding.object)}`))].join(', ');
  return { what: `${wanted.code} on ${wanted.object} is not matched by ${ids.join(' or ') || 'any check'}; we say ${said || 'nothing'}`, excuse };
}

function notAnswered(code: string, ids: readonly string[]): Excuse | undefined {
  const later = laterCheck(code);
  if (later !== undefined) { return { why: `${code} is for ${later}, which is not written yet` }; }
  return ids.length > 0 ? undefined : UNANSWERED.get(code.split('/', 1)[0] ?? '') ?? { why: `no check answers ${code} yet` };
}

function wrongError(one: PeerCase, finding: Finding, findings: readonly Finding[]): Disagreement {
  const excuse = RIGHT_ERRORS.find(({ covers }) => covers(one, finding, findings));
  return { what: `clean for ${one.scope.join(', ')}, but ${finding.id} on ${objectName(finding.object)}: ${finding.message}`, excuse };
}

function verdictOf({ id, file }: PeerCase, found: readonly Disagreement[]): Verdict {
  const exception = EXCEPTIONS.get(id);
  const open = found.filter(({ excuse }) => excuse === undefined && exception === undefined);
  if (open.length > 0) { return { id, file, outcome: 'failed', reasons: open.map(({ what }) => what), beyondReadme: false }; }
  const excuses = found.map(({ excuse }): Excuse => excuse ?? { why: exception ?? '', beyondReadme: true });
  return {
    id,
    file,
    outcome: found.length === 0 ? 'passed' : 'skipped',
    reasons: [...new Set(excuses.map(({ why }) => why))],
    beyondReadme: excuses.some(({ beyondReadme }) => beyondReadme),
  };
}
