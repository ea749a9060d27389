import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ConformanceCase } from './conformance-case';
import { FAMILIES } from './families';
import { FamilyReport, runCases } from './run-cases';

export interface FolderReport {
  readonly families: readonly FamilyReport[];
  /** Files that could not be asked at all. */
  readonly errors: readonly string[];
}

/** Every `*.json` of a folder, each a family of cases. */
export function runFolder(folder: string, skips: ReadonlyMap<string, string>): FolderReport {
  const families: FamilyReport[] = [];
  const errors: string[] = [];
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.json')).sort() : [];
  for (const file of files) {
    const name = basename(file, '.json');
    const family = FAMILIES.get(name);
    const cases = readCases(join(folder, file));
    if (family === undefined) errors.push(`${file}: unknown family "${name}"; known are ${[...FAMILIES.keys()].join(', ')}`);
    else if (typeof cases === 'string') errors.push(`${file}: ${cases}`);
    else families.push(runCases(name, family, cases, skips));
  }
  const asked = families.some(({ passed, failed, skipped }) => passed.length + failed.length + skipped.length > 0);
  if (!asked) errors.push(`${folder}: no cases found; give a folder with files named after families, e.g. traffic.json`);
  return { families, errors };
}

/** A text says what is wrong with the file. */
function readCases(path: string): readonly ConformanceCase[] | string {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    return `not JSON: ${(error as Error).message}`;
  }
  if (!Array.isArray(content)) return 'expected an array of cases';
  const odd = content.findIndex((item) => typeof item?.id !== 'string' || typeof item.given !== 'object' || typeof item.expect !== 'object');
  return odd < 0 ? content : `item ${odd} is not a case: it needs id, given and expect`;
}
