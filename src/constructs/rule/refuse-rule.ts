import { admitDestinationRule } from '../../istio/admission/admit-destination-rule';
import { Fields } from '../../istio/admission/fields';
import { refuseAny } from '../values/refuse';

/** Refuses what the API server or istiod would refuse. */
export function refuseRule(spec: Fields, namespace: string): void {
  refuseAny(admitDestinationRule({ metadata: { namespace }, spec }).refusals);
}
