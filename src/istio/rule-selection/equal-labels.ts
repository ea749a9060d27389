import { isSubset } from '../model/index/selector-index';
import { Labels } from '../model/resource';

export function equalLabels(a: Labels, b: Labels): boolean {
  return a.size === b.size && isSubset(a, b);
}
