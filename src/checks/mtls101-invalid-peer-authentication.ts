import { Check } from './check';
import { refusals } from './support/refusals';
import { admitPeerAuthentication } from '../istio/admission/admit-peer-authentication';

export const invalidPeerAuthentication: Check = {
  id: 'MTLS101',
  name: 'invalid-peer-authentication',
  why: 'the schema in the API server or the webhook of istiod refuses the object, so the policy never exists; where the webhook is away it is stored and read differently',
  sources: [
    'sidecar.md A1',
    'sidecar.md A2',
    'sidecar.md A3',
    'sidecar.md A4',
    'sidecar.md A6',
    'sidecar.md A7',
    'sidecar.md A9',
    'sidecar.md A10',
    'https://istio.io/latest/docs/reference/config/security/peer_authentication/',
  ],
  severity: 'Error for what is refused; warning for a field that Istio does not have, and for what a Kustomize patch may leave to its base.',
  fix: 'correct the field that the finding names',
  peers: ['IST0106'],
  bad: {
    yaml: `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: default
  namespace: production
spec:
  mtls:
    mode: strict
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

  *check({ mesh }) {
    for (const policy of mesh.policies) yield* refusals(policy, admitPeerAuthentication(policy.object));
  },
};
