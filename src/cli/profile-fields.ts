import { UsageError } from './usage-error';
import { exportToProblems } from '../istio/admission/export-to-problems';
import { fullDomainReason } from '../istio/admission/host-problem';
import { namespaceProblem } from '../istio/admission/kubernetes-problems';
import { shown } from '../istio/admission/shown';
import { DataPlane } from '../istio/model/data-plane';
import { EffectiveMode } from '../istio/model/mode';
import { IstioVersion, ProfileInput } from '../istio/model/profile';

/** A profile whose mesh is known. */
export type ProfileFields = ProfileInput & { readonly mesh: string };

type Reader<T> = (name: string, value: unknown) => T;

const DATA_PLANES: readonly DataPlane[] = ['sidecar', 'ambient', 'none', 'unknown'];
const MODES: readonly EffectiveMode[] = ['DISABLE', 'PERMISSIVE', 'STRICT'];

/** Every field that a profile file may have, and what its value must be. */
const FIELDS: { readonly [Field in keyof ProfileInput]-?: Reader<ProfileInput[Field]> } = {
  mesh: nonEmpty,
  rootNamespace: namespace,
  clusterDomain: domain,
  trustDomain: domain,
  autoMtls: flag,
  dataPlane: (name, value) => oneOf(name, value, DATA_PLANES),
  istioVersion: version,
  meshMode: (name, value) => oneOf(name, value, MODES),
  complete: flag,
  defaultRuleExportTo: exportTo,
};

/** The checked fields; a value that is wrong is said by the name that the user gave it. */
export function profileFieldsOf(given: Iterable<readonly [string, unknown]>, nameOf: (field: string) => string): ProfileInput {
  const fields = [...given].filter(([, value]) => value !== undefined).map(([field, value]) => {
    if (!Object.hasOwn(FIELDS, field)) { throw new UsageError(`${nameOf(field)} is no field of a profile; there are ${Object.keys(FIELDS).join(', ')}`); }
    return [field, FIELDS[field as keyof ProfileInput](nameOf(field), value)] as const;
  });
  return Object.fromEntries(fields);
}

function nonEmpty(name: string, value: unknown): string {
  if (typeof value !== 'string' || value.trim() === '') { throw new UsageError(`${name} ${shown(value)} is no name; write a text`); }
  return value;
}

function flag(name: string, value: unknown): boolean {
  if (typeof value !== 'boolean') { throw new UsageError(`${name} ${shown(value)} is neither true nor false`); }
  return value;
}

function oneOf<Word extends string>(name: string, value: unknown, words: readonly Word[]): Word {
  const found = words.find((word) => word === value);
  if (found === undefined) { throw new UsageError(`${name} ${shown(value)} is unknown; write one of ${words.join(', ')}`); }
  return found;
}

function namespace(name: string, value: unknown): string {
  const problem = namespaceProblem(value);
  if (problem !== undefined) { throw new UsageError(`${name}: ${problem.message}`); }
  return value as string;
}

function domain(name: string, value: unknown): string {
  const reason = fullDomainReason(nonEmpty(name, value));
  if (reason !== undefined) { throw new UsageError(`${name} ${shown(value)} is refused: ${reason}`); }
  return value as string;
}

function version(name: string, value: unknown): IstioVersion {
  // YAML makes 1.3 of 1.30.
  const parts = typeof value === 'string' ? /^(\d+)\.(\d+)(?:\.\d+)?$/.exec(value) : null;
  if (parts === null) { throw new UsageError(`${name} ${shown(value)} is no release of Istio; write it as "1.30" or "1.30.2", in quotes in a file`); }
  return { major: Number(parts[1]), minor: Number(parts[2]) };
}

function exportTo(name: string, value: unknown): readonly string[] {
  const [problem] = exportToProblems(value, { namespace: undefined, hasWorkloadSelector: false });
  if (!Array.isArray(value) || problem !== undefined) { throw new UsageError(`${name}: ${problem?.message ?? `${shown(value)} is no list`}`); }
  return value as string[];
}
