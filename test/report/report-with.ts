import { AcknowledgedFinding, Finding } from '../../src/findings/finding';
import { inOrder } from '../../src/findings/order';
import { summaryOf } from '../../src/findings/report';
import { ReportInput } from '../../src/report/report-input';
import { findingWith } from '../findings/finding-with';

export interface ReportParts extends Partial<Omit<ReportInput, 'report'>> {
  readonly findings?: readonly Finding[];
  readonly acknowledged?: readonly AcknowledgedFinding[];
}

/** A report of these findings; every place is line 3, column of the length of the path. */
export function reportWith({ findings = [], acknowledged = [], ...rest }: ReportParts = {}): ReportInput {
  const lists = { findings: inOrder(findings), acknowledged, known: [] };
  return {
    report: { ...lists, unusedAcknowledgements: [], summary: summaryOf(lists) },
    skipped: [],
    failOn: 'error',
    placeOf: ({ file }, path) => file === undefined ? undefined : { line: 3, column: path.length + 1 },
    rules: [],
    tool: { version: '1.2.3', homepage: 'https://example.com/istio-mtls' },
    ...rest,
  };
}

const rule = { apiVersion: 'networking.istio.io/v1', kind: 'DestinationRule', namespace: undefined, name: 'reviews' };

/** One of each severity, with and without an object, a related one, and one that somebody took on himself. */
export const MIXED: ReportParts = {
  findings: [
    findingWith({
      id: 'MTLS302', name: 'overlapping-workload-policies', severity: 'error', message: 'both select app=web', fix: 'narrow one of them', docs: 'docs/checks/MTLS302.md',
      path: 'spec.selector', origin: { file: 'policies/web.yaml', document: 0 }, related: [{ ...rule, origin: { file: 'rules.yaml', document: 2 } }],
    }),
    findingWith({ severity: 'warning', path: 'spec', origin: { file: 'policies/web.yaml', document: 0 } }),
    findingWith({ id: 'MTLS701', name: 'old-api-version', severity: 'info', message: 'old', fix: 'write v1', object: rule, origin: { file: 'rules.yaml', document: 2 } }),
    findingWith({
      id: 'MTLS001', name: 'unreadable-input', severity: 'error', message: 'not YAML', fix: 'correct it', origin: { file: 'bad.yaml', document: 1 },
      object: { apiVersion: '', kind: '', namespace: undefined, name: '' },
    }),
  ],
  acknowledged: [{ ...findingWith({ id: 'MTLS506', name: 'undocumented-exception', origin: { file: 'policies/web.yaml', document: 1 } }), reason: 'migration', until: '2027-03-31' }],
  skipped: [{ file: 'chart/templates/a.yaml', reason: 'helm-template', message: 'a Helm template; check what `helm template` renders' }],
};

/** Everything a user can choose, chosen by an enemy. */
export const HOSTILE: ReportParts = {
  findings: [findingWith({
    severity: 'error',
    message: '\u001b[31mred\u0007 ::error::x | <b> @someone [x](y) `z` "q" & \u202e %0A, \ud800',
    fix: '::set-output name=a::b ##[error] #1 --> ]]>',
    path: 'metadata.annotations["a\nb"]',
    object: { apiVersion: 'security.istio.io/v1', kind: 'PeerAuthentication', namespace: 'a|b\u001b[2J', name: '::error::<script>\r\n@all' },
    origin: { file: '::warning::a,b:c%\n<x>&"\'.yaml', document: 0 },
    related: [{ apiVersion: 'v1', kind: 'Service', namespace: '*b*', name: '_x_', origin: { file: '\u001b]0;t\u0007.yaml', document: 0 } }],
  })],
  acknowledged: [{ ...findingWith({ origin: { file: 'a.yaml', document: 0 } }), reason: '::error::because\u001b[0m <i> | "x"', until: undefined }],
  skipped: [{ file: '::error::\u001b[31m', reason: 'template', message: 'the message' }],
};
