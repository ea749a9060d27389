import { readOptionalFields } from './read-values';
import { Reading } from './reading';
import { Fields } from '../../admission/fields';

/** Where a kind keeps the metadata and the spec of its pods. */
export interface PodTemplate {
  readonly metadata: Fields | undefined;
  readonly spec: Fields | undefined;
  /** Path of the template, empty for a Pod. */
  readonly path: string;
}

/** The pod template of an object; `undefined` where there is none (an Argo Rollout with `workloadRef`). */
export function readPodTemplate(reading: Reading, steps: readonly string[]): PodTemplate | undefined {
  let place: Fields | undefined = reading.object;
  let path = '';
  for (const step of steps) {
    path = path === '' ? step : `${path}.${step}`;
    place = readOptionalFields(reading, place[step], path);
    if (place === undefined) return undefined;
  }
  const prefix = path === '' ? '' : `${path}.`;
  return {
    metadata: readOptionalFields(reading, place.metadata, `${prefix}metadata`),
    spec: readOptionalFields(reading, place.spec, `${prefix}spec`),
    path: prefix,
  };
}
