import { codesByTool } from './peer-tools';
import { CheckDescription } from '../../src/checks/check';

/** `docs/checks/other-tools.md`: which of our ids answer the codes of other tools, as the checks say themselves. */
export function otherTools(descriptions: readonly CheckDescription[]): string {
  const tables = [...codesByTool(descriptions.flatMap(({ peers }) => peers))].flatMap(([tool, codes]) => [
    `## ${tool}`,
    ['| code | answered by |', '| --- | --- |', ...codes.map((code) => `| \`${code}\` | ${answersTo(code, descriptions)} |`)].join('\n'),
  ]);
  return `${[INTRODUCTION, ...tables, '[All checks](README.md)'].join('\n\n')}\n`;
}

function answersTo(code: string, descriptions: readonly CheckDescription[]): string {
  return descriptions.filter(({ peers }) => peers.includes(code)).map(({ id, name }) => `[${id}](${id}.md) ${name}`).join(', ');
}

const INTRODUCTION = `# Coming from another tool

Generated from \`src/checks\` by \`npm run docs\`. Where a code has several answers, the cause decides which of them speaks.

The other tools' own cases are replayed by \`npm run peers\`; \`test/peers\` names those in which the other tool is wrong or outdated, with the rule of Istio that shows it.`;
