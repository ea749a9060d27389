import { readOptionalFields } from './read-values';
import { Reading } from './reading';
import { keyPath } from '../../admission/field-path';
import { shown } from '../../admission/shown';
import { Labels } from '../resource';
import { emptyMap, sealedMapOf } from '../sealed-map';

/** No label can have this value: a selector that cannot be read must not become wider. */
export const UNREADABLE_LABEL = '\u0000';

/** Labels, annotations or matchLabels. Texts as they are; numbers and booleans as they were meant, with a problem. */
export function readLabels(reading: Reading, value: unknown, path: string): Labels {
  if (value === undefined || value === null) return emptyMap();
  const fields = readOptionalFields(reading, value, path);
  if (fields === undefined) return emptyMap();
  return sealedMapOf(Object.keys(fields), key => {
    const label = fields[key];
    return typeof label === 'string' ? label : unusualLabel(reading, label, path, key);
  });
}

function unusualLabel(reading: Reading, label: unknown, path: string, key: string): string {
  // Kubernetes decodes null to the zero value of a text.
  if (label === null || label === undefined) return '';
  reading.problem(keyPath(path, key), `expected a text, got ${shown(label)}; quote it`);
  return typeof label === 'number' || typeof label === 'boolean' ? String(label) : UNREADABLE_LABEL;
}
