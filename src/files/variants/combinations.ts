import { PlacedManifest } from './placed-manifest';
import { settleCopies } from './settle-copies';
import { VariantDraft } from './variant';
import { entry, groupBy } from '../../istio/model/index/group';
import { Manifest } from '../../istio/model/manifest';

/** How many times the input all variants together may be: beyond, they go without what is common to all. */
const GROWTH = 20;
const ALWAYS_ALLOWED = 50_000;

/**
 * One variant for each innermost alternative: its own objects, those of the alternatives around it, and those of no alternative.
 * Alternatives of one name in different places (`dev` of two applications) belong together.
 */
export function combinationsOf(placed: readonly PlacedManifest[], context: readonly Manifest[]): VariantDraft[] {
  const members = groupBy(placed, ({ labels }) => JSON.stringify(labels));
  const budget = Math.max(GROWTH * placed.length, ALWAYS_ALLOWED);
  let spent = 0;
  return innermost(placed).map((labels) => {
    const parts = labels.map((_, index) => members.get(JSON.stringify(labels.slice(0, index + 1))) ?? []);
    const common = members.get('[]') ?? [];
    const whole = spent + common.length <= budget || labels.length === 0;
    const chosen = settleCopies([...whole ? common : [], ...parts.flat()]);
    spent += chosen.length;
    return { name: labels.join('/'), manifests: [...chosen.map(({ manifest }) => manifest), ...whole ? context : []], whole };
  });
}

/** Label lists that no other one continues, and those from which a base was replaced: there stands the replacement. */
function innermost(placed: readonly PlacedManifest[]): (readonly string[])[] {
  const all = new Map<string, { labels: readonly string[]; innermost: boolean }>();
  const add = (labels: readonly string[]) => entry(all, JSON.stringify(labels), () => ({ labels, innermost: true }));
  placed.forEach(({ labels }) => add(labels));
  for (const { labels } of [...all.values()]) {
    labels.forEach((_, index) => {
      const around = all.get(JSON.stringify(labels.slice(0, index)));
      if (around !== undefined) { around.innermost = false; }
    });
  }
  placed.filter(({ labels, replacedIn }) => labels.length !== replacedIn.length).forEach(({ replacedIn }) => {
    const replacing = all.get(JSON.stringify(replacedIn));
    if (replacing !== undefined) { replacing.innermost = true; }
  });
  return [...all.values()].filter((one) => one.innermost).map(({ labels }) => labels);
}
