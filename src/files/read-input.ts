import { statSync } from 'node:fs';
import { basename, relative, resolve, sep } from 'node:path';
import { capMessage, Caps, mebibytes } from './caps';
import { ChartFolders } from './chart-folders';
import { InputCollector, InputRead } from './input-read';
import { isKustomizationName, kustomizationOf } from './kustomization';
import { parseYaml } from './parse-yaml';
import { FileText, readFile, readStdin } from './read-file';
import { readText } from './read-text';
import { walkFolder } from './walk-folder';

/** One argument of the user: a file, a folder, or `-` for standard input. */
export interface InputSource {
  readonly path: string;
  readonly mesh: string;
  /** Analysed, but without findings of its own. */
  readonly context: boolean;
}

export interface ReadInputOptions {
  /** Paths of the report are relative to it. */
  readonly cwd: string;
  readonly caps: Caps;
  /** Told before each file. */
  readonly onFile?: (done: number, total: number) => void;
}

/** A path that cannot be read: the user must know, since nothing was checked there. */
export class UnreadablePath extends Error {}

export const STDIN = '-';

interface FileInput extends InputSource {
  readonly named: boolean;
}

/** Reads all sources. Faults of the input are recorded, only paths that cannot be read throw. */
export function readInput(sources: readonly InputSource[], options: ReadInputOptions): InputRead {
  const reader = new InputReader(options);
  const files = reader.filesOf(sources);
  files.forEach((file, index) => {
    options.onFile?.(index, files.length);
    reader.read(file);
  });
  return withoutPatches(reader.into);
}

class InputReader {
  readonly into = new InputCollector((file) => this.readAgain(file));
  private readonly charts = new ChartFolders();

  constructor(private readonly options: ReadInputOptions) {}

  /** Every file once a mesh, in the order of the arguments. */
  filesOf(sources: readonly InputSource[]): FileInput[] {
    const files = new Map<string, FileInput>();
    for (const source of sources) {
      for (const file of this.expand(source)) {
        const key = JSON.stringify([file.path, file.mesh]);
        if (!files.has(key)) { files.set(key, file); }
      }
    }
    return [...files.values()];
  }

  read(file: FileInput): void {
    const shown = this.show(file.path);
    const read = this.textOf(file);
    if ('tooLarge' in read) { return this.refuse(file, shown, read.tooLarge); }
    const { text, damaged, once } = read;
    if (once) { this.into.texts.set(shown, text); }
    if (isKustomizationName(basename(file.path))) {
      const { value } = parseYaml(text, this.options.caps);
      this.into.kustomizations.push(kustomizationOf(value, file.path, (path) => this.show(path)));
      return;
    }
    const chartTemplate = file.path !== STDIN && this.charts.holdsTemplate(file.path);
    readText({ ...file, text, damaged, file: shown, chartTemplate }, this.options.caps, this.into);
  }

  /** Manifests are not that large, data in JSON is. */
  private refuse({ mesh, named }: FileInput, shown: string, size: number): void {
    if (!named && shown.endsWith('.json')) { return this.into.skip(shown, 'too-large'); }
    this.into.problem(mesh, { file: shown }, capMessage('fileBytes', this.options.caps, `a file of ${mebibytes(size)}`));
  }

  private expand(source: InputSource): FileInput[] {
    if (source.path === STDIN) { return [{ ...source, named: true }]; }
    const path = resolve(this.options.cwd, source.path);
    return this.orUnreadable(source.path, () => {
      if (!statSync(path).isDirectory()) { return [{ ...source, path, named: true }]; }
      this.into.folders.push(this.show(path));
      const { files, danglingLinks } = walkFolder(path);
      danglingLinks.forEach((link) => this.into.skip(this.show(link), 'dangling-link'));
      return files.map((file) => ({ ...source, path: file, named: false }));
    });
  }

  private textOf({ path }: FileInput): FileText {
    const { caps } = this.options;
    return path === STDIN ? readStdin(caps.fileBytes) : this.orUnreadable(this.show(path), () => readFile(path, caps.fileBytes));
  }

  private readAgain(file: string): string | undefined {
    try {
      const read = readFile(resolve(this.options.cwd, file), this.options.caps.fileBytes);
      return 'tooLarge' in read ? undefined : read.text;
    } catch {
      return undefined;
    }
  }

  private orUnreadable<T>(shown: string, read: () => T): T {
    try {
      return read();
    } catch (error) {
      const { code = 'unknown', path } = error as NodeJS.ErrnoException;
      throw new UnreadablePath(`cannot read '${path === undefined ? shown : this.show(path)}' (${code}); name files and folders that exist and may be read, or - for standard input`);
    }
  }

  /** Relative to where the user stands, with forward slashes: the same on every machine. */
  private show(path: string): string {
    if (path === STDIN) { return STDIN; }
    return relative(this.options.cwd, path).split(sep).join('/') || '.';
  }
}

/** A patch looks like an object, but is only what differs from one. */
function withoutPatches(read: InputCollector): InputRead {
  const patches = new Set(read.kustomizations.flatMap((kustomization) => kustomization.patches));
  if (patches.size === 0) { return read; }
  const isPatch = (file: string | undefined) => file !== undefined && patches.has(file);
  new Set(read.manifests.map(({ origin }) => origin?.file).filter(isPatch)).forEach((file) => read.skip(file!, 'kustomize-patch'));
  const manifests = read.manifests.filter(({ origin }) => !isPatch(origin?.file));
  const problems = read.problems.filter(({ origin }) => !isPatch(origin.file));
  const { skipped, kustomizations, folders, textOf } = read;
  return { manifests, problems, skipped, kustomizations, folders, textOf };
}
