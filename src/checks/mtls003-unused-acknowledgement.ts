import { CheckDescription } from './check';

/** Why an acknowledgement does nothing. */
export type UnusedBecause = 'nothing to acknowledge' | 'unknown id' | 'not acknowledgeable' | 'no reason' | 'until is no date';

/** The engine reports this: only it knows which acknowledgements met a finding. */
export const unusedAcknowledgement: CheckDescription & { message(id: string, because: UnusedBecause, until?: string): string } = {
  id: 'MTLS003',
  name: 'unused-acknowledgement',
  why: 'an acknowledgement that meets no finding is left over or mistyped, and would silently cover the next finding of its kind',
  sources: ['a rule of this library, not of Istio'],
  severity: 'Always a warning: the acknowledgement meets no finding, names no check, gives no reason, or has an unreadable `until`.',
  fix: 'remove the acknowledgement, or correct its id, place, reason or date',
  peers: [],
  bad: {
    yaml: `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: default
  namespace: production
  annotations:
    cdk8s-istio-mtls/acknowledge.MTLS302: the overlap is wanted
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

  message(id, because, until) {
    switch (because) {
      case 'nothing to acknowledge': return `the acknowledgement of ${id} meets no finding here`;
      case 'unknown id': return `the acknowledgement names ${id}, but no check has this id`;
      case 'not acknowledgeable': return `${id} cannot be acknowledged, so its acknowledgement does not count`;
      case 'no reason': return `the acknowledgement of ${id} gives no reason, so it does not count`;
      case 'until is no date': return `the acknowledgement of ${id} ends on '${until}', which is no date like 2027-03-31, so it does not count`;
    }
  },
};
