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
import { isUnreadable } from './unreadable';
import { Check } from '../checks/check';
import { unreadableInput } from '../checks/mtls001-unreadable-input';
import { unusedAcknowledgement } from '../checks/mtls003-unused-acknowledgement';
import { CHECKS, descriptionOf } from '../checks/registry';
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
  readonly acknowledgements?: readonly Acknowledgement[];
  readonly baseline?: Baseline;
}

/** Manifests in, report out: every check over every mesh, then precedence, ruleset, acknowledgements, baseline and order. */
export function evaluate(snapshot: Snapshot, options: EvaluateOptions = {}): Report {
  const { checks = CHECKS, ruleset = RECOMMENDED, severities = new Map(), today, unreadable = [], acknowledgements = [], baseline } = options;
  const inRuleset = new Set(ruleset.ids);
  const override = (id: string): SeverityOverride | undefined => inRuleset.has(id) ? severities.get(id) ?? ruleset.severities.get(id) : 'off';
  const running = checks.filter(({ id }) => override(id) !== 'off');
  const ranIds = new Set([...running.map(({ id }) => id), ...override(unusedAcknowledgement.id) === 'off' ? [] : [unusedAcknowledgement.id]]);

  const found = [
    ...[...unreadable, ...snapshot.problems.filter(isUnreadable)].map(unreadableFinding),
    ...[...snapshot.meshes.values()].flatMap((mesh) => runChecks(running, {
      mesh, today, problems: snapshot.problems.filter((problem) => problem.mesh === mesh.profile.mesh),
    })),
  ];

  const claims = claimsOf(snapshot, acknowledgements, (id) => descriptionOf(id) !== undefined || checks.some((check) => check.id === id));
  const settled = applyAcknowledgements(found, claims, today, (id) => ranIds.has(id));
  const { fresh, known } = applyBaseline(inOrder(settled.findings.map((finding) => withSeverity(finding, override(finding.id)))), baseline);
  const lists = { findings: fresh, acknowledged: inOrder(settled.acknowledged.map((finding) => withSeverity(finding, override(finding.id)))), known };
  return { ...lists, unusedAcknowledgements: settled.unused, summary: summaryOf(lists) };
}

function unreadableFinding({ mesh, origin, path, message }: Problem): Finding {
  return describedFinding(unreadableInput, { severity: 'error', mesh, origin, path, message });
}

function withSeverity<One extends Finding>(finding: One, override: SeverityOverride | undefined): One {
  return override === undefined || override === 'off' ? finding : { ...finding, severity: override };
}
