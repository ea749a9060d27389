import { HELP } from './help';
import { packageFacts } from './package-facts';
import { tuneEngine } from './tune-engine';
import { UsageError } from './usage-error';

/** What stands behind a name: arguments in, exit code out. */
export type Command = (args: readonly string[]) => number;

// Loaded when they are asked for: `--version` must not wait for a YAML reader.
/* eslint-disable @typescript-eslint/no-require-imports */
const COMMANDS: ReadonlyMap<string, () => Command> = new Map([
  ['check', () => (require('./check-command') as typeof import('./check-command')).checkCommand],
  ['rules', () => (require('./rules-command') as typeof import('./rules-command')).rulesCommand],
]);
/* eslint-enable @typescript-eslint/no-require-imports */

/** Runs one command. Whatever happens ends in one of three exit codes and one line on standard error, never in a trace. */
export function runCommand(args: readonly string[]): void {
  for (const stream of [process.stdout, process.stderr]) { stream.on('error', endQuietly); }
  // Nobody will see a trace, and a file full of faults would pay for each.
  Error.stackTraceLimit = 0;
  try {
    process.exitCode = dispatch(args);
  } catch (error) {
    const message = (error instanceof Error ? error.message : String(error)).split('\n', 1)[0];
    process.stderr.write(`istio-mtls: ${error instanceof UsageError ? message : `stopped by a defect of its own: ${message}; please report it`}\n`);
    process.exitCode = 2;
  }
}

function dispatch([name, ...args]: readonly string[]): number {
  if (name === '--version') {
    process.stdout.write(`${packageFacts().version}\n`);
    return 0;
  }
  if (name === '--help' || name === '-h') {
    process.stdout.write(HELP);
    return 0;
  }
  const command = COMMANDS.get(name);
  if (command !== undefined) {
    tuneEngine();
    return command()(args);
  }
  throw new UsageError(`${name === undefined ? 'no command' : `unknown command '${name}'`}; write ${[...COMMANDS.keys()].join(' or ')}, or --help`);
}

/** The reader of the pipe has seen enough (`| head`). */
function endQuietly(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') { throw error; }
  process.exit();
}
