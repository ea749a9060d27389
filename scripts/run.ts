import { spawnSync, SpawnSyncOptions } from 'node:child_process';
import { join } from 'node:path';

export const root = join(__dirname, '..');

/** Environment in which the tools of the cdk8s family say nothing that would confuse. */
export const quietEnvironment: NodeJS.ProcessEnv = {
  ...process.env,
  CDK8S_CHECK_UPGRADE: 'false',
  JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: '20,22',
  npm_config_update_notifier: 'false',
  npm_config_fund: 'false',
  npm_config_audit: 'false',
};

/** Runs a command to its end and returns what it printed; throws with its output when it fails. */
export function run(command: string, args: readonly string[], options: SpawnSyncOptions = {}): string {
  const done = spawnSync(command, args, { cwd: root, env: quietEnvironment, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024, ...options });
  if (done.error) { throw done.error; }
  if (done.status !== 0) {
    throw new Error(`${command} ${args.join(' ')} exited with ${done.status}\n${done.stdout ?? ''}${done.stderr ?? ''}`);
  }
  return String(done.stdout ?? '');
}

/** A tool of node_modules/.bin. */
export const tool = (name: string): string => join(root, 'node_modules', '.bin', name);

/** The last line of a failure is what a reader of CI looks at. */
export function main(body: () => void): void {
  try {
    body();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
