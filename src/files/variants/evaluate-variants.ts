import { VariantMerger, withoutUsedAcknowledgements } from './merge-variants';
import { Variant } from './variant';
import { duplicateObject } from '../../checks/mtls103-duplicate-object';
import { applyBaseline } from '../../findings/baseline';
import { evaluate, EvaluateOptions } from '../../findings/evaluate';
import { inOrder } from '../../findings/order';
import { Report, summaryOf } from '../../findings/report';
import { buildSnapshot } from '../../istio/model/build-snapshot';
import { DEFAULT_MESH, ProfileInput } from '../../istio/model/profile';

/** Judges every variant on its own, and reports on the one mesh that the user spoke of. */
export function evaluateVariants(variants: readonly Variant[], profile: ProfileInput, options: EvaluateOptions): Report {
  const { mesh = DEFAULT_MESH } = profile;
  if (variants.length === 1 && variants[0].mesh === mesh) { return evaluate(buildSnapshot(variants[0].manifests, profile), options); }

  // What is missing in one variant may be in another.
  const partial = { ...profile, complete: false };
  const snapshotOf = (chosen: readonly Variant[]) => buildSnapshot(
    chosen.flatMap((variant) => variant.manifests.map((manifest) => ({ ...manifest, mesh: variant.mesh }))),
    chosen.map((variant) => ({ ...partial, mesh: variant.mesh })),
  );
  const judged = { ...options, baseline: undefined };
  const reports = [
    evaluate(snapshotOf(variants.filter(({ only }) => only === undefined)), judged),
    evaluate(snapshotOf(variants.filter(({ only }) => only !== undefined)), { ...judged, unreadable: [], checks: [duplicateObject] }),
  ];

  const merger = new VariantMerger(variants, mesh);
  const acknowledged = merger.merge(inOrder(reports.flatMap((report) => report.acknowledged)));
  const found = withoutUsedAcknowledgements(inOrder(reports.flatMap((report) => report.findings)), acknowledged);
  const { fresh: findings, known } = applyBaseline(inOrder(merger.merge(found)), options.baseline);
  const unusedAcknowledgements = reports.flatMap((report) => report.unusedAcknowledgements);
  return { findings, acknowledged, known, unusedAcknowledgements, summary: summaryOf({ findings, acknowledged, known }) };
}
