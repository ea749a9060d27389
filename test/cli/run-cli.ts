import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The command as it is shipped: what `npm run compile` makes. */
const MAIN = process.env.ISTIO_MTLS_MAIN ?? join(__dirname, '../../lib/src/cli/main.js');

export interface CliOptions {
  readonly cwd?: string;
  readonly input?: string | Buffer;
  readonly env?: Readonly<Record<string, string>>;
  /** Options of Node, e.g. for its heap. */
  readonly node?: readonly string[];
}

export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command in a process of its own. */
export function runCli(args: readonly string[], { cwd, input = '', env, node = [] }: CliOptions = {}): CliResult {
  if (!existsSync(MAIN)) { throw new Error(`${MAIN} is not there; run npm run compile first`); }
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [...node, MAIN, ...args], {
    cwd, input, env: { ...process.env, ...env }, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024,
  });
  if (error !== undefined) { throw error; }
  return { code: status, stdout, stderr };
}

/** Ids of the findings in a JSON report, each once for each finding. */
export function idsIn(stdout: string): string[] {
  return (JSON.parse(stdout) as { findings: { id: string }[] }).findings.map(({ id }) => id);
}

export { MAIN };
