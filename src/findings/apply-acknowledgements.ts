import { Acknowledgement, hasEnded } from './acknowledgement';
import { Claim, scopesOf } from './claims';
import { AcknowledgedFinding, Finding } from './finding';
import { describedFinding } from './finding-of';
import { unusedAcknowledgement } from '../checks/mtls003-unused-acknowledgement';
import { groupBy } from '../istio/model/index/group';

export interface AcknowledgementOutcome {
  readonly findings: readonly Finding[];
  readonly acknowledged: readonly AcknowledgedFinding[];
  readonly unused: readonly Acknowledgement[];
}

/**
 * Moves what is acknowledged out of the findings and reports the acknowledgements that meet none.
 * `ran` says whether a check took part: an acknowledgement of one that did not is neither used nor unused.
 */
export function applyAcknowledgements(
  findings: readonly Finding[], claims: readonly Claim[], today: string | undefined, ran: (id: string) => boolean,
): AcknowledgementOutcome {
  const book = new ClaimBook(claims, today);
  const first = book.settle(findings);
  const unused = book.unused(({ id, fault }) => fault !== undefined || (ran(id) && id !== unusedAcknowledgement.id));

  // The report of an unused acknowledgement can be acknowledged itself.
  const second = book.settle(ran(unusedAcknowledgement.id) ? unused.map(unusedFinding) : []);
  const left = book.unused(({ id, fault }) => fault === undefined && id === unusedAcknowledgement.id && ran(id));

  return {
    findings: [...first.open, ...second.open, ...left.map(unusedFinding)],
    acknowledged: [...first.acknowledged, ...second.acknowledged],
    unused: [...unused, ...left].map(({ acknowledgement }) => acknowledgement),
  };
}

class ClaimBook {
  private readonly byScope: ReadonlyMap<string, readonly Claim[]>;
  private readonly used = new Set<Claim>();

  constructor(private readonly claims: readonly Claim[], private readonly today: string | undefined) {
    this.byScope = groupBy(claims.filter(({ fault }) => fault === undefined), ({ scope }) => scope);
  }

  settle(findings: readonly Finding[]): { readonly open: Finding[]; readonly acknowledged: AcknowledgedFinding[] } {
    const open: Finding[] = [];
    const acknowledged: AcknowledgedFinding[] = [];
    for (const finding of findings) {
      const covering = this.covering(finding);
      covering.forEach((claim) => this.used.add(claim));
      const valid = covering.find(({ acknowledgement }) => !hasEnded(acknowledgement, this.today));
      if (valid) {
        acknowledged.push({ ...finding, reason: valid.acknowledgement.reason, until: valid.acknowledgement.until });
      } else {
        open.push(covering[0] === undefined ? finding : withEnd(finding, covering[0].acknowledgement));
      }
    }
    return { open, acknowledged };
  }

  unused(concerns: (claim: Claim) => boolean): Claim[] {
    return this.claims.filter((claim) => !this.used.has(claim) && concerns(claim));
  }

  private covering(finding: Finding): Claim[] {
    if (this.byScope.size === 0) { return []; }
    return scopesOf(finding).flatMap((scope) => this.byScope.get(scope) ?? []).filter(({ id }) => id === finding.id);
  }
}

/** Says why a finding is back. */
function withEnd(finding: Finding, { until }: Acknowledgement): Finding {
  return { ...finding, message: `${finding.message}; its acknowledgement ended on ${until}` };
}

function unusedFinding({ id, acknowledgement: { until }, fault = 'nothing to acknowledge', mesh, object, path, origin }: Claim): Finding {
  const message = unusedAcknowledgement.message(id, fault, until);
  return describedFinding(unusedAcknowledgement, { severity: 'warning', message, mesh, object, path, origin });
}
