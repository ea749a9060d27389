import { Check } from './check';
import { IstioVersion } from '../istio/model/profile';

/** The first release that serves `v1` of both kinds. */
const FIRST: IstioVersion = { major: 1, minor: 22 };

export const oldApiVersion: Check = {
  id: 'MTLS701',
  name: 'old-api-version',
  why: 'Istio asks its users to move to v1, which is stable since Istio 1.22 and says the same for these kinds',
  sources: ['https://istio.io/latest/blog/2024/v1-apis/'],
  severity: 'Info, for policies and rules; silent if the profile declares an Istio before 1.22.',
  fix: 'write v1',
  peers: [],
  bad: {
    yaml: `apiVersion: security.istio.io/v1beta1
kind: PeerAuthentication
metadata:
  name: default
  namespace: production
spec:
  mtls:
    mode: STRICT
`,
  },
  good: {
    yaml: `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: default
  namespace: production
spec:
  mtls:
    mode: STRICT
`,
  },

  *check({ mesh: { policies, rules, profile: { istioVersion } } }) {
    if (istioVersion !== undefined && isBefore(istioVersion, FIRST)) return;
    for (const resource of [...policies, ...rules]) {
      const [group, version] = resource.apiVersion.split('/');
      if (version === 'v1') continue;
      yield {
        severity: 'info',
        resource,
        path: 'apiVersion',
        message: `${resource.apiVersion} is an old version of the API: ${group}/v1 says the same since Istio ${FIRST.major}.${FIRST.minor}`,
        fix: `write apiVersion: ${group}/v1`,
      };
    }
  },
};

function isBefore(one: IstioVersion, other: IstioVersion): boolean {
  return one.major !== other.major ? one.major < other.major : one.minor < other.minor;
}
