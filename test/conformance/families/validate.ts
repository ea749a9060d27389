import { admitDestinationRule } from '../../../src/istio/admission/admit-destination-rule';
import { admitPeerAuthentication } from '../../../src/istio/admission/admit-peer-authentication';
import { ConformanceCase, Family, Fields, plainFields } from '../conformance-case';

/** Would the API server or istiod refuse this object? Warnings count as "some" or "none". */
export const validate: Family = {
  compare: ({ given, expect }: ConformanceCase) => {
    const admissions = given.manifests.map(admit);
    return plainFields({ ...expect, warnings: expect.warnings === undefined ? undefined : expect.warnings > 0 }, {
      valid: () => admissions.every(({ refusals }) => refusals.length === 0),
      warnings: () => admissions.some(({ warnings }) => warnings.length > 0),
    });
  },
};

function admit(object: Fields) {
  return object.kind === 'PeerAuthentication' ? admitPeerAuthentication(object) : admitDestinationRule(object);
}
