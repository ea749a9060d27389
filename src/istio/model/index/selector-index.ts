import { entry } from './group';
import { Labels } from '../resource';

/** Finds the selectors that match a pod: each stands under its rarest label, so that a pod looks at few. */
export class SelectorIndex<T> {
  private readonly buckets = new Map<string, Map<string, T[]>>();
  private readonly unlabelled: T[] = [];

  constructor(items: readonly T[], private readonly selectorOf: (item: T) => Labels, private readonly order: (a: T, b: T) => number) {
    const counts = countLabels(items, selectorOf);
    for (const item of items) this.bucketOf(selectorOf(item), counts).push(item);
  }

  /** Items whose labels are all on the pod, in order; those without labels match everything. */
  matching(podLabels: Labels): readonly T[] {
    const found: T[] = [...this.unlabelled];
    for (const [key, value] of podLabels) {
      const bucket = this.buckets.get(key)?.get(value);
      if (bucket === undefined) continue;
      for (const item of bucket) if (isSubset(this.selectorOf(item), podLabels)) found.push(item);
    }
    return found.length > 1 ? found.sort(this.order) : found;
  }

  private bucketOf(selector: Labels, counts: Map<string, Map<string, number>>): T[] {
    if (selector.size === 0) return this.unlabelled;
    const [key, value] = rarest(selector, counts);
    return entry(entry(this.buckets, key, () => new Map<string, T[]>()), value, () => []);
  }
}

/** Whether all labels of a selector are on the pod with equal values (sidecar.md C2). */
export function isSubset(selector: Labels, podLabels: Labels): boolean {
  if (selector.size > podLabels.size) return false;
  for (const [key, value] of selector) if (podLabels.get(key) !== value) return false;
  return true;
}

function countLabels<T>(items: readonly T[], selectorOf: (item: T) => Labels): Map<string, Map<string, number>> {
  const counts = new Map<string, Map<string, number>>();
  for (const item of items) {
    for (const [key, value] of selectorOf(item)) {
      const values = entry(counts, key, () => new Map<string, number>());
      values.set(value, (values.get(value) ?? 0) + 1);
    }
  }
  return counts;
}

function rarest(selector: Labels, counts: Map<string, Map<string, number>>): readonly [string, string] {
  let best: readonly [string, string] = ['', ''];
  let fewest = Infinity;
  for (const label of selector) {
    const count = counts.get(label[0])?.get(label[1]) ?? 0;
    if (count >= fewest) continue;
    fewest = count;
    best = label;
  }
  return best;
}
