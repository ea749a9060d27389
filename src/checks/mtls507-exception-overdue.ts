import { Check, Observation } from './check';
import { isIsoDate } from './iso-date';
import { DeclaredException, declaredException } from './support/declared-exception';
import { listed } from './support/listed';
import { settingText } from './support/setting-text';
import { tlsBlocks } from './support/tls-blocks';
import { plaintextSettings } from './support/weak-settings';
import { keyPath } from '../istio/admission/field-path';
import { compareText } from '../istio/model/canonical-order';
import { Resource } from '../istio/model/resource';

export const exceptionOverdue: Check = {
  id: 'MTLS507',
  name: 'exception-overdue',
  why: 'the day on which somebody promised to look at the exception again has passed, and plaintext still gets in',
  sources: ['a rule of this library, not of Istio: the annotations that it writes for exceptions'],
  severity: 'Warning from the day after the review date, if a date was given (`--today`, or the profile); an error in the command `check` and in the ruleset `strict`.',
  fix: 'look at the exception: remove it, or move its review date',
  peers: [],
  bad: {
    yaml: `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: legacy-payment
  namespace: production
  annotations:
    cdk8s-istio-mtls/owner: payments
    cdk8s-istio-mtls/reason: the vendor's binary speaks plaintext only
    cdk8s-istio-mtls/review-by: "2026-03-31"
spec:
  selector:
    matchLabels:
      app: legacy-payment
  mtls:
    mode: DISABLE
`,
    today: '2026-11-21',
  },
  good: {
    yaml: `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: legacy-payment
  namespace: production
  annotations:
    cdk8s-istio-mtls/owner: payments
    cdk8s-istio-mtls/reason: the vendor's binary speaks plaintext only
    cdk8s-istio-mtls/review-by: "2027-03-31"
spec:
  selector:
    matchLabels:
      app: legacy-payment
  mtls:
    mode: DISABLE
`,
    today: '2026-11-21',
  },

  *check({ mesh, today }) {
    if (today === undefined) { return; }
    for (const policy of mesh.policies) {
      if (policy.annotations.size === 0) { continue; }
      const reviews = plaintextSettings(policy)
        .map((setting) => ({ what: settingText(setting), exception: declaredException(policy, setting.workloadPort) }));
      yield* overdue(policy, reviews, today);
    }
    for (const rule of mesh.rules) {
      if (rule.annotations.size === 0 || !tlsBlocks(rule).some(({ tls }) => tls.mode === 'DISABLE')) { continue; }
      yield* overdue(rule, [{ what: 'DISABLE', exception: declaredException(rule) }], today);
    }
  },
};

interface Review {
  /** The setting that is excepted. */
  readonly what: string;
  readonly exception: DeclaredException;
}

/** One finding an object: all settings that wait for a review, the oldest date first. */
function* overdue(resource: Resource, reviews: readonly Review[], today: string): Iterable<Observation> {
  const late = reviews.filter(({ exception }) => isPast(exception, today)).sort((one, other) => compareText(dateOf(one), dateOf(other)));
  if (late.length === 0) { return; }
  const [oldest] = late;
  const { owner, reviewByKey } = oldest.exception;
  yield {
    severity: 'warning',
    resource,
    path: keyPath('metadata.annotations', reviewByKey),
    message: `the exception ${listed(late.map(({ what }) => what), 5)} was to be reviewed by ${dateOf(oldest)}${owner === undefined ? '' : ` (owner: ${owner})`}, and today is ${today}`,
    fix: 'remove the exception, or look at it again and move its review date',
  };
}

/** Dates of this form compare as text; what is no date is MTLS506. */
function isPast({ reviewBy }: DeclaredException, today: string): boolean {
  return reviewBy !== undefined && isIsoDate(reviewBy) && reviewBy < today;
}

function dateOf({ exception: { reviewBy = '' } }: Review): string {
  return reviewBy;
}
