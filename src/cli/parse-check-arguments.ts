import { parseArgs } from 'node:util';
import { CheckRequest, MeshPath } from './check-request';
import { asUsage, pairOf, positiveNumber, wordOf } from './option-values';
import { profilesOf } from './profiles';
import { UsageError } from './usage-error';
import { isIsoDate } from '../checks/iso-date';
import { SEVERITIES } from '../checks/severity';
import { CAP_OPTIONS, Caps, DEFAULT_CAPS } from '../files/caps';
import { rulesetOf } from '../findings/ruleset';
import { shown } from '../istio/admission/shown';
import { FORMAT_NAMES, rendererOf } from '../report/formats';

const text = { type: 'string' } as const;
const texts = { type: 'string', multiple: true } as const;
const flag = { type: 'boolean' } as const;

const OPTIONS = {
  'mesh': texts,
  'context': texts,
  'complete': flag,
  'profile': text,
  'root-namespace': text,
  'data-plane': text,
  'istio-version': text,
  'today': text,
  'ruleset': text,
  'fail-on': text,
  'baseline': text,
  'write-baseline': text,
  'format': text,
  'output': text,
  'max-file-mib': text,
  'max-document-mib': text,
  'max-depth': text,
  'max-keys': text,
  'max-alias-nodes': text,
} as const;

export type CheckValues = ReturnType<typeof valuesOf>['values'];

/** Checks every option before any work is done. */
export function parseCheckArguments(args: readonly string[]): CheckRequest {
  const { values, positionals } = asUsage(() => valuesOf(args));
  const named = (values.mesh ?? []).map((value): MeshPath => {
    const [mesh, path] = pairOf('--mesh', value);
    return { mesh, path };
  });
  if (named.length > 0 && positionals.length > 0) {
    throw new UsageError(`${shown(positionals[0])} belongs to no mesh; with --mesh give every path as --mesh NAME=PATH`);
  }
  if (named.length + positionals.length === 0) { throw new UsageError('nothing to check; name files or folders, or - for standard input'); }
  const profiles = profilesOf(values, [...new Set(named.map(({ mesh }) => mesh))]);
  return {
    meshesNamed: named.length > 0,
    paths: [...named, ...positionals.map((path) => ({ mesh: profiles[0].mesh, path }))],
    contextPaths: values.context ?? [],
    profiles,
    today: values.today === undefined ? undefined : dateOf(values.today),
    ruleset: asUsage(() => rulesetOf(values.ruleset ?? 'recommended')),
    failOn: wordOf('--fail-on', values['fail-on'] ?? 'error', [...SEVERITIES, 'never']),
    baseline: values.baseline,
    writeBaseline: values['write-baseline'],
    renderer: rendererOf(wordOf('--format', values.format ?? 'text', FORMAT_NAMES)),
    output: values.output,
    caps: capsOf(values),
  };
}

function valuesOf(args: readonly string[]) {
  return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
}

function dateOf(date: string): string {
  if (!isIsoDate(date)) { throw new UsageError(`--today ${shown(date)} is no day; write it as 2027-03-31`); }
  return date;
}

function capsOf(values: Readonly<Record<string, unknown>>): Caps {
  const MIB = 1024 * 1024;
  const caps = { ...DEFAULT_CAPS };
  for (const [cap, option] of Object.entries(CAP_OPTIONS) as [keyof Caps, string][]) {
    const value = values[option.slice('--'.length)];
    if (typeof value === 'string') { caps[cap] = positiveNumber(option, value) * (option.endsWith('-mib') ? MIB : 1); }
  }
  return caps;
}
