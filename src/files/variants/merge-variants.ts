import { Variant } from './variant';
import { AcknowledgedFinding, Finding } from '../../findings/finding';
import { entry, groupBy } from '../../istio/model/index/group';
import { Origin } from '../../istio/model/manifest';

/** Makes one list of what was found in several variants; every finding of an object once. */
export class VariantMerger {
  /** In which variants an object was. */
  private readonly places = new Map<string, Set<Variant>>();
  private readonly variants: ReadonlyMap<string, Variant>;

  constructor(variants: readonly Variant[], private readonly mesh: string) {
    this.variants = new Map(variants.map((variant) => [variant.mesh, variant]));
    for (const variant of variants) {
      if (variant.only !== undefined) { continue; }
      for (const { origin = {} } of variant.manifests) { entry(this.places, keyOf(origin), () => new Set()).add(variant); }
    }
  }

  merge<One extends Finding>(findings: readonly One[]): One[] {
    return [...groupBy(findings, fingerprintOf).values()].map((same) => {
      const [loudest] = same;
      const severity = loudest.severity === 'error' && !this.isProven(same) ? 'warning' : loudest.severity;
      return { ...loudest, severity, mesh: this.mesh };
    });
  }

  /** An error must hold wherever all of its objects meet: what only some variants lack may be what makes it work. */
  private isProven(same: readonly Finding[]): boolean {
    const [{ origin, related }] = same;
    const whole = related.length === 0 || same.some(({ mesh }) => this.variants.get(mesh)?.whole !== false);
    const found = new Set(same.filter(({ severity }) => severity === 'error').map(({ mesh }) => this.variants.get(mesh)));
    const [first, ...others] = [origin, ...related.map((object) => object.origin)].map((place) => this.places.get(keyOf(place)));
    const meeting = [...first ?? []].filter((variant) => others.every((other) => other?.has(variant)));
    return whole && meeting.every((variant) => found.has(variant));
  }
}

/** An acknowledgement that covers a finding in one variant is used. */
export function withoutUsedAcknowledgements(findings: readonly Finding[], acknowledged: readonly AcknowledgedFinding[]): readonly Finding[] {
  const used = new Set(acknowledged.map(({ id, origin }) => `${id} ${keyOf(origin)}`));
  const acknowledgedId = ({ path }: Finding) => /acknowledge\.(MTLS\d+)/.exec(path)?.[1];
  return findings.filter((finding) => finding.id !== 'MTLS003' || !used.has(`${acknowledgedId(finding)} ${keyOf(finding.origin)}`));
}

function fingerprintOf({ id, object, path, origin, message }: Finding): string {
  return JSON.stringify([id, path, object.kind, object.namespace, object.name, keyOf(origin), origin.file === undefined ? message : '']);
}

function keyOf({ file, document, item, nestedItems }: Origin): string {
  return JSON.stringify([file, document, item, nestedItems]);
}
