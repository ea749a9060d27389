import { peersByTool } from './peer-tools';
import { sentence, yamlBlock } from './prose';
import { CheckDescription, Example } from '../../src/checks/check';
import { objectName } from '../../src/checks/object-name';
import { CHECKS, isAcknowledgeable } from '../../src/checks/registry';
import { evaluate } from '../../src/findings/evaluate';
import { Finding } from '../../src/findings/finding';
import { DEFAULT_MESH } from '../../src/istio/model/profile';
import { snapshotOf } from '../../test/checks/support/mesh-of';

/** The page of one check, `docs/checks/MTLS201.md`. */
export function checkPage(description: CheckDescription): string {
  const { id, name, why, severity, fix, good, sources, peers } = description;
  const sections = [
    `# ${id} ${name}`,
    sentence(why),
    `**When:** ${sentence(severity)}`,
    ...badSection(description),
    '## What to do',
    sentence(fix),
    ...good === undefined ? [] : [yamlBlock(good.yaml), ...settings(good)],
    '## Acknowledge it',
    acknowledgeSection(id),
    '## Where this comes from',
    sources.map((source) => `* ${source}`).join('\n'),
    ...peers.length === 0 ? [] : ['## Other tools', peersByTool(peers).map((line) => `* ${line}`).join('\n')],
    '[All checks](README.md)',
  ];
  return `${sections.join('\n\n')}\n`;
}

function badSection({ id, bad }: CheckDescription): string[] {
  if (bad === undefined) { return []; }
  const found = findingsOf(id, bad).map(({ severity, object, path, message, fix }) =>
    `* **${severity}** on \`${objectName(object)}\`${path === '' ? '' : `, \`${path}\``}: ${message}; fix: ${fix}`);
  return ['## An example', yamlBlock(bad.yaml), ...settings(bad), ...found.length === 0 ? [] : ['This gives:', found.join('\n')]];
}

/** What the example gives when it is run. That of MTLS001 cannot be read, and nobody runs it. */
function findingsOf(id: string, example: Example): readonly Finding[] {
  const runs = id === 'MTLS003' || CHECKS.some((check) => check.id === id);
  return runs ? evaluate(snapshotOf(new Map([[DEFAULT_MESH, example]])), { today: example.today }).findings : [];
}

function settings({ profile = {}, today }: Example): string[] {
  const given = [...Object.entries(profile), ...today === undefined ? [] : [['today', today] as const]]
    .map(([field, value]) => `\`${field}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}\``);
  return given.length === 0 ? [] : [`The mesh profile says ${given.join(', ')}.`];
}

function acknowledgeSection(id: string): string {
  if (!isAcknowledgeable(id)) { return 'It cannot be acknowledged: what is behind it has not been checked.'; }
  return `If it is meant to be so, say why on the object, and until when if it shall end ([more](README.md#acknowledge-a-finding)):\n\n${yamlBlock(`metadata:
  annotations:
    cdk8s-istio-mtls/acknowledge.${id}: why this is meant to be so
    cdk8s-istio-mtls/acknowledge.${id}.until: "2027-03-31"`)}`;
}
