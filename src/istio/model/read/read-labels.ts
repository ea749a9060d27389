import { Node } from './node';
import { shown } from '../../admission/shown';
import { Labels } from '../resource';
import { emptyMap, sealedMapOf } from '../sealed-map';

/** No label can have this value: a selector that cannot be read must not become wider. */
export const UNREADABLE_LABEL = '\u0000';

/**
 * Labels, annotations or matchLabels. Texts as they are; numbers and booleans as they were meant, with a problem. A template mostly repeats
 * the labels of its object: they are kept once when they are the `same`.
 */
export function readLabels(node: Node | undefined, key: string, same?: Labels): Labels {
  const labels = node?.child(key);
  if (labels === undefined) return emptyMap();
  const names = Object.keys(labels.fields);
  if (same?.size === names.length && names.every(name => labels.fields[name] === same.get(name))) return same;
  return sealedMapOf(names, name => {
    const value = labels.fields[name];
    return typeof value === 'string' ? value : unusualLabel(labels, name, value);
  });
}

function unusualLabel(labels: Node, name: string, value: unknown): string {
  // Kubernetes decodes null to the zero value of a text.
  if (value === null || value === undefined) return '';
  labels.problem(name, `expected a text, got ${shown(value)}; quote it`);
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : UNREADABLE_LABEL;
}
