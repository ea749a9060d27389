import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PeerCase } from './peer-case';

/** The cases of every JSON file of a folder, files by name. */
export function readCases(folder: string): PeerCase[] {
  return readdirSync(folder).filter((file) => file.endsWith('.json')).sort().flatMap((file) => casesIn(folder, file));
}

function casesIn(folder: string, file: string): PeerCase[] {
  const cases = JSON.parse(readFileSync(join(folder, file), 'utf8')) as unknown;
  if (!Array.isArray(cases)) { throw new Error(`${file} is no list of cases`); }
  return (cases as Partial<PeerCase>[]).map((one, index) => {
    if (!Array.isArray(one?.given?.manifests) || one.expect === undefined) { throw new Error(`case ${index} of ${file} has no given.manifests or no expect`); }
    return { ...one, file, id: one.id ?? `${file}#${index}`, scope: one.scope ?? [] } as PeerCase;
  });
}
