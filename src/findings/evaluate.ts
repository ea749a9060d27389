import { Acknowledgement } from './acknowledgement';
import { applyAcknowledgements } from './apply-acknowledgements';
import { applyBaseline, Baseline } from './baseline';
import { claimsOf } from './claims';
import { Finding } from './finding';
import { describedFinding } from './finding-of';
import { inOrder } from './order';
import { Report, summaryOf } from './report';
import { RECOMMENDED, Ruleset, SeverityOverride } from './ruleset';
import { runChecks } from './run-checks';
import { selectChecks } from './selection';
import { isUnreadable } from './unreadable';
import { Check } from '../checks/check';
import { unreadableInput } from '../checks/mtls001-unreadable-input';
import { CHECKS, descriptionOf } from '../checks/registry';
import { groupBy } from '../istio/model/index/group';
import { Problem } from '../istio/model/manifest';
import { Snapshot } from '../istio/model/snapshot';

export interface EvaluateOptions {
  readonly checks?: readonly Check[];
  readonly ruleset?: Ruleset;
  /** What the surface decides on top of the ruleset, e.g. that an overdue exception fails `check` but not synth. */
  readonly severities?: ReadonlyMap<string, SeverityOverride>;
  /** ISO date; absent: nothing is overdue and no acknowledgement ends. */
  readonly today?: string;
  /** What the readers could not make an object of, beside what the snapshot recorded. */
  readonly unreadable?: readonly Problem[];
  /** What only the surface knows, e.g. that two objects are written into one file. */
  readonly also?: readonly Finding[];
  readonly acknowledgements?: readonly Acknowledgement[];
  readonly baseline?: Baseline;
}

/** Manifests in, report out: every check over every mesh, then precedence, acknowledgements, ruleset, order and baseline. */
export function evaluate(snapshot: Snapshot, options: EvaluateOptions = {}): Report {
  const { checks = CHECKS, ruleset = RECOMMENDED, severities = new Map(), today, baseline } = options;
  const { unreadable = [], also = [], acknowledgements = [] } = options;
  const { running, ran, weighed } = selectChecks(checks, ruleset, severities);

  const problems = groupBy(snapshot.problems, ({ mesh }) => mesh);
  const found = [
    ...[...unreadable, ...snapshot.problems.filter(isUnreadable)].map(unreadableFinding),
    ...[...snapshot.meshes].flatMap(([name, mesh]) => runChecks(running, { mesh, today, problems: problems.get(name) ?? [] })),
    ...also,
  ];

  const isCheck = (wanted: string) => descriptionOf(wanted) !== undefined || checks.some(({ id }) => id === wanted);
  const settled = applyAcknowledgements(found, claimsOf(snapshot, acknowledgements, isCheck), today, ran);
  const acknowledged = inOrder(settled.acknowledged.map(weighed));
  const { fresh: findings, known } = applyBaseline(inOrder(settled.findings.map(weighed)), baseline);
  return { findings, acknowledged, known, unusedAcknowledgements: settled.unused, summary: summaryOf({ findings, acknowledged, known }) };
}

function unreadableFinding({ mesh, origin, path, message }: Problem): Finding {
  return describedFinding(unreadableInput, { severity: 'error', mesh, origin, path, message });
}
