import { Resource } from '../../istio/model/resource';
import { Observation } from '../check';

/**
 * Where a finding stands: on the object that must change, or, if others own that one, on the first of ours that takes part.
 * `undefined`: nothing of ours takes part.
 */
export function placed(preferred: Resource, others: readonly Resource[]): Required<Pick<Observation, 'resource' | 'related'>> | undefined {
  const all = [...new Set([preferred, ...others])];
  const resource = all.find(({ context }) => !context);
  return resource && { resource, related: all.filter((other) => other !== resource) };
}
