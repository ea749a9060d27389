import { Resource } from '../../istio/model/resource';
import { objectName } from '../object-name';

/** Who wins by age, of objects in Istio's order (sidecar.md C3). */
export function winnerText(inIstioOrder: readonly Resource[]): string {
  const ageKnown = inIstioOrder.every(({ createdAt }) => createdAt !== undefined);
  return ageKnown ? `that is ${objectName(inIstioOrder[0])}` : 'and manifests do not say which one that is';
}
