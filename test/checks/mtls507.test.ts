import { checkTable, ExpectedFinding } from './support/check-table';
import { annotated, documented } from './support/documented';
import { policy, rule } from './support/traffic-manifests';
import { exceptionOverdue } from '../../src/checks/mtls507-exception-overdue';

const today = '2026-11-21';
const PAST = { reviewBy: '2026-11-20' };
const web = (mode: string, ports?: string) => policy('production/web', mode, { labels: 'app: web', ports });
const disable = rule('production/web', 'web', 'tls: { mode: DISABLE }');

const found: ExpectedFinding = {
  severity: 'warning',
  object: 'PeerAuthentication production/web',
  path: 'metadata.annotations["cdk8s-istio-mtls/review-by"]',
  message: 'the exception DISABLE was to be reviewed by 2026-11-20 (owner: payments), and today is 2026-11-21',
  fix: 'remove the exception, or look at it again and move its review date',
  related: [],
};

checkTable(exceptionOverdue, {
  valid: [
    { name: 'the day itself', yaml: documented(web('DISABLE'), { reviewBy: today }), today },
    { name: 'a later day', yaml: documented(web('DISABLE')), today },
    { name: 'nobody says what day it is', yaml: documented(web('DISABLE'), PAST) },
    { name: 'no date, which is MTLS506', yaml: web('DISABLE'), today },
    { name: 'a date that is none, which is MTLS506', yaml: documented(web('DISABLE'), { reviewBy: '2026-02-30' }), today },
    { name: 'no exception any more', yaml: documented(web('STRICT', '8081: STRICT'), PAST), today },
    { name: 'a policy that Istio ignores', yaml: documented(policy('istio-system/web', 'DISABLE', { labels: 'app: web' }), PAST), today },
    { name: 'a port with a later date of its own', yaml: documented(web('STRICT', '8081: DISABLE'), { workloadPort: 8081 }), today },
    { name: 'a rule with mTLS', yaml: documented(rule('production/web', 'web', 'tls: { mode: ISTIO_MUTUAL }'), PAST), today },
    { name: 'a rule with a later date', yaml: documented(disable), today },
    { name: 'other annotations', yaml: annotated(web('DISABLE'), 'team: payments') + annotated(disable, 'team: payments'), today },
  ],
  invalid: [
    { name: 'a policy', yaml: documented(web('DISABLE'), PAST), today, findings: [found] },
    { name: 'PERMISSIVE', yaml: documented(web('PERMISSIVE'), PAST), today, findings: [{ ...found, message: 'the exception PERMISSIVE was' }] },
    { name: 'a date without an owner', yaml: annotated(web('DISABLE'), 'cdk8s-istio-mtls/review-by: "2026-11-20"'), today, findings: [{ ...found, message: 'by 2026-11-20, and today' }] },
    {
      name: 'a port',
      yaml: documented(web('STRICT', '8081: DISABLE'), { ...PAST, workloadPort: 8081 }),
      today,
      findings: [{ ...found, path: 'metadata.annotations["cdk8s-istio-mtls/port-8081.review-by"]', message: 'the exception port 8081 DISABLE was to be reviewed' }],
    },
    { name: 'a port by the date of the whole', yaml: documented(web('STRICT', '8081: DISABLE'), PAST), today, findings: [{ ...found, message: 'the exception port 8081 DISABLE was' }] },
    {
      name: 'several in one finding, the oldest first',
      yaml: annotated(web('PERMISSIVE', '8081: DISABLE,9090: DISABLE,9443: PERMISSIVE'), [
        '"cdk8s-istio-mtls/review-by": "2026-11-20", "cdk8s-istio-mtls/port-8081.review-by": "2027-11-20"',
        '"cdk8s-istio-mtls/port-9443.review-by": "2025-01-31", "cdk8s-istio-mtls/port-9443.owner": edge',
      ].join(', ')),
      today,
      findings: [{
        ...found,
        path: 'metadata.annotations["cdk8s-istio-mtls/port-9443.review-by"]',
        message: 'the exception port 9443 PERMISSIVE, PERMISSIVE and port 9090 DISABLE was to be reviewed by 2025-01-31 (owner: edge), and today',
      }],
    },
    { name: 'a rule', yaml: documented(disable, PAST), today, findings: [{ ...found, object: 'DestinationRule production/web' }] },
    { name: 'a namespace', yaml: documented(policy('production/default', 'PERMISSIVE'), PAST), today, findings: [{ ...found, object: 'PeerAuthentication production/default', message: 'PERMISSIVE' }] },
    { name: 'a workload whose parent is just as weak', yaml: policy('production/default', 'DISABLE') + documented(web('DISABLE'), PAST), today, findings: [found] },
  ],
  partial: [{ name: 'a date is a date', yaml: documented(policy('web', 'DISABLE', { labels: 'app: web' }), PAST), today, findings: [{ ...found, object: 'PeerAuthentication web' }] }],
  twoMeshes: [{ name: 'later days in both', meshes: [documented(web('DISABLE')), documented(web('PERMISSIVE'))], today }],
  falsePositives: [{
    name: 'an exception that was looked at, with the ticket of last year',
    yaml: annotated(web('DISABLE'), 'cdk8s-istio-mtls/ticket: OPS-2025-01-31, cdk8s-istio-mtls/owner: payments, cdk8s-istio-mtls/review-by: "2027-03-31"'),
    today,
  }],
});
