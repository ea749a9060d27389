import { Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';

const PASSED_OVER: ReadonlySet<string> = new Set(['node_modules', '.git']);
const MANIFEST = /\.(?:ya?ml|json)$/i;
/** Kustomize reads this name without an ending too. */
const KUSTOMIZATION = 'Kustomization';

/** What a folder holds: paths below it that begin with the folder's own. */
export interface FolderContents {
  readonly files: readonly string[];
  /** Links whose target is not there. */
  readonly danglingLinks: readonly string[];
}

/** All YAML and JSON files below a folder, in an order that is the same on every machine. Linked folders are not entered: they may lead back. */
export function walkFolder(folder: string): FolderContents {
  const files: string[] = [];
  const links: string[] = [];
  const danglingLinks: string[] = [];
  const waiting = [folder];
  for (let current = waiting.pop(); current !== undefined; current = waiting.pop()) {
    const folders: string[] = [];
    for (const entry of sortedEntries(current)) {
      const path = join(current, entry.name);
      if (entry.isDirectory()) {
        if (!PASSED_OVER.has(entry.name)) { folders.push(path); }
      } else if (MANIFEST.test(entry.name) || entry.name === KUSTOMIZATION) {
        if (entry.isFile()) { files.push(path); }
        if (entry.isSymbolicLink()) { (isThere(path) ? links : danglingLinks).push(path); }
      }
    }
    waiting.push(...folders.reverse());
  }
  return { files: [...files, ...newFiles(links, files)], danglingLinks };
}

function sortedEntries(folder: string): Dirent[] {
  return readdirSync(folder, { withFileTypes: true }).sort((one, other) => one.name < other.name ? -1 : 1);
}

/** False for links that lead in a circle too. */
function isThere(link: string): boolean {
  try {
    return statSync(link, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}

/** Links to files that are not among the others anyway: a manifest that is linked is one manifest. */
function newFiles(links: readonly string[], files: readonly string[]): string[] {
  const known = new Set(links.length === 0 ? [] : files.map((file) => realpathSync(file)));
  return links.filter((link) => {
    if (!statSync(link).isFile()) { return false; }
    const target = realpathSync(link);
    if (known.has(target)) { return false; }
    known.add(target);
    return true;
  });
}
