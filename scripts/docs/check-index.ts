import { cell, sentence } from './prose';
import { CheckDescription } from '../../src/checks/check';
import { PRECEDENCE } from '../../src/checks/precedence';
import { RULESETS } from '../../src/findings/ruleset';

const GROUPS: readonly (readonly [string, string])[] = [
  ['MTLS0', 'The run itself'],
  ['MTLS1', 'What the cluster refuses'],
  ['MTLS2', 'What Istio ignores'],
  ['MTLS3', 'What is ambiguous'],
  ['MTLS4', 'What cuts clients off'],
  ['MTLS5', 'What is weaker than it looks'],
  ['MTLS6', 'What ambient does differently'],
  ['MTLS7', 'What to change in time'],
];

/** `docs/checks/README.md` */
export function checkIndex(descriptions: readonly CheckDescription[]): string {
  const tables = GROUPS.flatMap(([prefix, title]) => tableOf(title, descriptions.filter(({ id }) => id.startsWith(prefix))));
  return `${[INTRODUCTION, ...tables, precedence(descriptions), ACKNOWLEDGE, rulesets(descriptions), BASELINE, SOURCES].join('\n\n')}\n`;
}

function tableOf(title: string, descriptions: readonly CheckDescription[]): string[] {
  if (descriptions.length === 0) { return []; }
  const rows = descriptions.map(({ id, name, why, severity }) =>
    `| [${id}](${id}.md) | ${name} | ${cell(sentence(why))} | ${cell(sentence(severity))} |`);
  return [`## ${title}`, ['| id | name | why | when |', '| --- | --- | --- | --- |', ...rows].join('\n')];
}

function precedence(descriptions: readonly CheckDescription[]): string {
  const isDescribed = (wanted: string) => descriptions.some(({ id }) => id === wanted);
  const rows = PRECEDENCE.filter(({ winner, loser }) => isDescribed(winner) && isDescribed(loser)).map(({ winner, loser, why }) => `| [${winner}](${winner}.md) | [${loser}](${loser}.md) | ${cell(sentence(why))} |`);
  return `## One cause, one finding

Where two checks could speak about one object for one cause, one of them does:

${['| this one | not this one | why |', '| --- | --- | --- |', ...rows].join('\n')}`;
}

const INTRODUCTION = `# Checks

Generated from \`src/checks\` by \`npm run docs\`. Ids are permanent.

* **error**: proven by the manifests. Every link of the chain (policy, Service, workload, data plane, inherited mode) is in the input.
* **warning**: likely, or proven but harmless today.
* **info**: worth knowing.

What cannot be known from the input is not reported. Meshes never see each other: two environments in one App or one repository do not clash.`;

const ACKNOWLEDGE = `## Acknowledge a finding

A finding that is meant to be so is acknowledged on the object that it is about, with a reason:

\`\`\`yaml
metadata:
  annotations:
    cdk8s-istio-mtls/acknowledge.MTLS506: vendor binary speaks plaintext, replaced in Q1
    cdk8s-istio-mtls/acknowledge.MTLS506.until: "2027-03-31"
\`\`\`

The \`until\` line is optional: it names the last day on which the acknowledgement counts. A run that knows the date (\`--today\`, or the mesh profile) reports the finding again
from the next day on. Acknowledged findings are counted and listed in every report. An acknowledgement that meets no finding, or gives no reason, is a finding itself
([MTLS003](MTLS003.md)). MTLS001 and MTLS002 cannot be acknowledged.

In code, an acknowledgement on a construct counts for everything below it; \`MTLS506\` and \`istio-mtls::MTLS506\` are the same:

\`\`\`ts
MtlsFindings.of(chart).acknowledge({ id: 'MTLS506', reason: 'exceptions are kept in the risk register', until: '2027-03-31' });
\`\`\``;

function rulesets(descriptions: readonly CheckDescription[]): string {
  const link = (wanted: string) => descriptions.some(({ id }) => id === wanted) ? `[${wanted}](${wanted}.md)` : wanted;
  const lines = RULESETS.map(({ name, version, severities }) => {
    const changes = [...severities].map(([id, severity]) => `${link(id)} is ${severity === 'off' ? 'off' : `an ${severity}`}`);
    return `* \`${name}@${version}\`: ${changes.length === 0 ? 'the severities above' : changes.join(', ')}.`;
  });
  return `## Rulesets

${lines.join('\n')}

A new check, or a higher severity, enters with a new version only: name the version, and an update of the library cannot break a build that passed.`;
}

const BASELINE = `## Baseline

A baseline file keeps the findings quiet that were there before, so that new ones stand out. It names each by id, mesh, object and field; messages and lines may change. Each entry
covers one finding. MTLS001 and MTLS002 are never quiet.`;

const SOURCES = `## Where the rules come from

\`sidecar.md\` and \`ambient-and-traffic.md\` in a page are the maintainers' numbered notes on what Istio does, read from its source and compared with its tests.

Codes of Kiali, istioctl and others, and the checks that answer them: [Coming from another tool](other-tools.md).`;
