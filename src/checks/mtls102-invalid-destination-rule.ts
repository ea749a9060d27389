import { Check } from './check';
import { refusals } from './support/refusals';
import { admitDestinationRule } from '../istio/admission/admit-destination-rule';

export const invalidDestinationRule: Check = {
  id: 'MTLS102',
  name: 'invalid-destination-rule',
  why: 'most of what is wrong in a rule is refused by the webhook of istiod alone: every check that knows only the schema lets it pass, and the rule never exists',
  sources: [
    'sidecar.md B1',
    'sidecar.md B3',
    'sidecar.md B4',
    'sidecar.md B5',
    'sidecar.md B6',
    'sidecar.md B9',
    'sidecar.md B10',
    'sidecar.md B11',
    'sidecar.md B12',
    'sidecar.md B13',
    'sidecar.md B14',
    'https://istio.io/latest/docs/reference/config/networking/destination-rule/',
  ],
  severity: 'Error for what is refused; warning for a field that Istio does not have, and for what a Kustomize patch may leave to its base.',
  fix: 'correct the field that the finding names',
  peers: ['IST0106'],
  bad: {
    yaml: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: reviews
  namespace: production
spec:
  host: reviews.production.svc.cluster.local
  trafficPolicy:
    tls:
      mode: STRICT
`,
  },
  good: {
    yaml: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: reviews
  namespace: production
spec:
  host: reviews.production.svc.cluster.local
  trafficPolicy:
    tls:
      mode: ISTIO_MUTUAL
`,
  },

  *check({ mesh }) {
    for (const rule of mesh.rules) yield* refusals(rule, admitDestinationRule(rule.object));
  },
};
