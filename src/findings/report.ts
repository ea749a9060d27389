import { Acknowledgement } from './acknowledgement';
import { AcknowledgedFinding, Finding } from './finding';
import { SEVERITIES, Severity } from '../checks/severity';

/** Everything that one run says, in its final order. */
export interface Report {
  readonly findings: readonly Finding[];
  readonly acknowledged: readonly AcknowledgedFinding[];
  /** In the baseline already. */
  readonly known: readonly Finding[];
  /** Those that MTLS003 speaks about. */
  readonly unusedAcknowledgements: readonly Acknowledgement[];
  readonly summary: Summary;
}

export interface Summary {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
  readonly acknowledged: number;
  readonly known: number;
}

/** From which severity on a run fails. */
export type Threshold = Severity | 'never';

/** Whether any finding is at or above the threshold. */
export function fails({ findings }: Pick<Report, 'findings'>, failOn: Threshold = 'error'): boolean {
  return failOn !== 'never' && findings.some(({ severity }) => SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(failOn));
}

export function summaryOf({ findings, acknowledged, known }: Pick<Report, 'findings' | 'acknowledged' | 'known'>): Summary {
  const count = (wanted: Severity) => findings.filter(({ severity }) => severity === wanted).length;
  return { error: count('error'), warning: count('warning'), info: count('info'), acknowledged: acknowledged.length, known: known.length };
}
