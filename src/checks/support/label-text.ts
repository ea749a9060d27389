import { Labels } from '../../istio/model/resource';

/** Labels as `kubectl -l` takes them: `app=reviews,version=v1`. */
export function labelText(labels: Labels): string {
  return [...labels].map(([key, value]) => `${key}=${value}`).sort().join(',');
}
