import { Finding } from './finding';
import { Ruleset, SeverityOverride } from './ruleset';
import { Check } from '../checks/check';
import { unusedAcknowledgement } from '../checks/mtls003-unused-acknowledgement';
import { isAcknowledgeable } from '../checks/registry';

/** What a ruleset, and a surface on top of it, make of the checks. */
export interface Selection {
  readonly running: readonly Check[];
  /** Whether findings of this id can be in the report. */
  ran(id: string): boolean;
  /** The finding with the severity that it has here. */
  weighed<One extends Finding>(finding: One): One;
}

export function selectChecks(checks: readonly Check[], ruleset: Ruleset, severities: ReadonlyMap<string, SeverityOverride>): Selection {
  const known = new Set(ruleset.ids);
  const override = (id: string) => known.has(id) ? severities.get(id) ?? ruleset.severities.get(id) : 'off';
  const running = checks.filter(({ id }) => override(id) !== 'off');
  const ids = new Set(running.map(({ id }) => id));
  return {
    running,
    ran: (id) => ids.has(id) || (id === unusedAcknowledgement.id && override(id) !== 'off'),
    weighed(finding) {
      const severity = override(finding.id);
      // what makes a report unreliable stays an error, whatever a ruleset says
      return severity === undefined || severity === 'off' || !isAcknowledgeable(finding.id) ? finding : { ...finding, severity };
    },
  };
}
