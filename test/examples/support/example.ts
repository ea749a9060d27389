import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';

const root = join(__dirname, '../../..');

export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
  readonly spec: Readonly<Record<string, unknown>>;
}

export type Files = Readonly<Record<string, string>>;

/** What `cdk8s synth` writes, by file; synthesised by the real command, as a user does. */
export function synthesise(example: string): Files {
  if (!existsSync(join(root, 'lib/src/index.js'))) throw new Error('the examples use the compiled library; run `npm run compile` first');
  const output = mkdtempSync(join(tmpdir(), `${example}-`));
  try {
    execFileSync(process.execPath, [join(root, 'node_modules/cdk8s-cli/bin/cdk8s'), 'synth', '--output', output], {
      cwd: join(root, 'examples', example), env: { ...process.env, CDK8S_CHECK_UPGRADE: 'false' }, stdio: 'pipe',
    });
    return read(output);
  } finally {
    rmSync(output, { recursive: true });
  }
}

/** What is committed. */
export function expected(example: string): Files {
  return read(join(root, 'examples', example, 'expected'));
}

export function manifestsIn(text: string): Manifest[] {
  return parseAllDocuments(text).map((document) => document.toJS() as Manifest);
}

export function allManifestsIn(files: Files): Manifest[] {
  return Object.values(files).flatMap(manifestsIn);
}

function read(folder: string): Files {
  return Object.fromEntries(readdirSync(folder).sort().map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
}
