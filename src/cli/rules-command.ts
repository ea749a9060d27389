import { parseArgs } from 'node:util';
import { RULES_HELP } from './help';
import { asUsage, wordOf } from './option-values';
import { UsageError } from './usage-error';
import { CheckDescription, Example } from '../checks/check';
import { DESCRIPTIONS } from '../checks/registry';
import { shown } from '../istio/admission/shown';
import { wrapped } from '../report/wrap';

const COLUMNS = 80;

/** `istio-mtls rules`: the words of the checks, as they stand with the checks. */
export function rulesCommand(args: readonly string[]): number {
  const { values, positionals } = asUsage(() => parseArgs({
    args: [...args],
    options: { format: { type: 'string', default: 'text' }, help: { type: 'boolean', short: 'h' } },
    allowPositionals: true,
  }));
  if (values.help) {
    process.stdout.write(RULES_HELP);
    return 0;
  }
  const format = wordOf('--format', values.format, ['text', 'json']);
  const rules = positionals.length === 0 ? DESCRIPTIONS : positionals.map(ruleOf);
  process.stdout.write(format === 'json' ? jsonOf(rules) : positionals.length === 0 ? rules.map(lineOf).join('') : rules.map(pageOf).join('\n'));
  return 0;
}

/** By id or by name, with or without the prefix that other tools ask for. */
function ruleOf(wanted: string): CheckDescription {
  const name = wanted.replace(/^istio-mtls::/, '').toLowerCase();
  const found = DESCRIPTIONS.find((rule) => rule.id.toLowerCase() === name || rule.name === name);
  if (found === undefined) { throw new UsageError(`no check is called ${shown(wanted)}; istio-mtls rules lists them all`); }
  return found;
}

function jsonOf(rules: readonly CheckDescription[]): string {
  const words = rules.map(({ id, name, why, severity, fix, sources, peers, bad, good }) => ({
    id, name, why, severity, fix, sources, peers, bad: bad?.yaml ?? null, good: good?.yaml ?? null, docs: `docs/checks/${id}.md`,
  }));
  return `${JSON.stringify({ version: 1, rules: words }, null, 2)}\n`;
}

function lineOf({ id, name, severity }: CheckDescription): string {
  return `${[`${id} ${name}`, ...wrapped(severity, COLUMNS, '  ')].join('\n')}\n`;
}

function pageOf({ id, name, why, severity, fix, sources, peers, bad, good }: CheckDescription): string {
  return [
    `${id} ${name}`,
    '',
    ...wrapped(`${why[0].toUpperCase()}${why.slice(1)}.`, COLUMNS, ''),
    '',
    ...wrapped(severity, COLUMNS, 'when    '),
    ...wrapped(fix, COLUMNS, 'fix     '),
    ...sources.flatMap((source) => wrapped(source, COLUMNS, 'source  ')),
    ...peers.length === 0 ? [] : wrapped(peers.join(', '), COLUMNS, 'peers   '),
    ...exampleOf('bad', bad),
    ...exampleOf('good', good),
    '',
  ].join('\n');
}

function exampleOf(title: string, example: Example | undefined): string[] {
  return example === undefined ? [] : ['', title, ...example.yaml.trimEnd().split('\n').map((line) => `    ${line}`.trimEnd())];
}
