import { DEFAULT_CAPS } from '../../../src/files/caps';
import { readInput } from '../../../src/files/read-input';
import { evaluateVariants } from '../../../src/files/variants/evaluate-variants';
import { variantsOf } from '../../../src/files/variants/variants-of';
import { EvaluateOptions } from '../../../src/findings/evaluate';
import { Report } from '../../../src/findings/report';
import { ProfileInput } from '../../../src/istio/model/profile';
import { folderOfFiles } from '../support/folder-of-files';

/** Checks that speak about more than one object. */
const CLASHES = /^MTLS(?:003|103|204|30.|40.)$/;

export interface Judged {
  readonly report: Report;
  /** `error MTLS301 a/b.yaml` */
  readonly findings: readonly string[];
  readonly variants: number;
}

/** What the command says about these files as one mesh. */
export function judgeFiles(files: Readonly<Record<string, string>>, profile: ProfileInput = {}, options: EvaluateOptions = {}, paths = ['.']): Judged {
  const input = readInput(paths.map((path) => ({ path, mesh: 'default', context: false })), { cwd: folderOfFiles(files), caps: DEFAULT_CAPS });
  const variants = variantsOf(input, { mesh: 'default', rootNamespace: 'istio-system' });
  const report = evaluateVariants(variants, profile, { ...options, unreadable: input.problems });
  const findings = report.findings
    .filter(({ id }) => CLASHES.test(id))
    .map(({ severity, id, origin, mesh }) => `${severity} ${id} ${origin.file}${mesh === 'default' ? '' : ` ${mesh}`}`);
  return { report, findings, variants: variants.length };
}

const metadata = (name: string, namespace: string, more = '') => `metadata: {name: ${name}${namespace === '' ? '' : `, namespace: ${namespace}`}${more}}\n`;

export const policy = (namespace: string, mode: string, name = 'default', more = '') =>
  `---\napiVersion: security.istio.io/v1\nkind: PeerAuthentication\n${metadata(name, namespace, more)}spec: {mtls: {mode: ${mode}}}\n`;

export const rule = (namespace: string, host: string, mode: string, name = 'rule') =>
  `---\napiVersion: networking.istio.io/v1\nkind: DestinationRule\n${metadata(name, namespace)}spec: {host: ${host}, trafficPolicy: {tls: {mode: ${mode}}}}\n`;

export const service = (namespace: string, name: string) =>
  `---\napiVersion: v1\nkind: Service\n${metadata(name, namespace)}spec: {selector: {app: ${name}}, ports: [{name: http, port: 80}]}\n`;

export const deployment = (namespace: string, name: string) =>
  `---\napiVersion: apps/v1\nkind: Deployment\n${metadata(name, namespace)}spec: {selector: {matchLabels: {app: ${name}}}, template: {metadata: {labels: {app: ${name}}}, spec: {containers: [{name: main}]}}}\n`;

export const namespace = (name: string, injected = true) =>
  `---\napiVersion: v1\nkind: Namespace\nmetadata: {name: ${name}${injected ? ', labels: {istio-injection: enabled}' : ''}}\n`;
