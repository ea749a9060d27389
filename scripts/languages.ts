// The four other languages: their packages are generated, and Python really synthesises the production example
// through the built wheel. Without Python or its build tools that step says so and is skipped.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main, root, run, tool } from './run';

main(() => {
  const workshop = mkdtempSync(join(tmpdir(), 'cdk8s-istio-mtls-languages-'));
  try {
    for (const language of ['python', 'java', 'go', 'dotnet']) {
      run(tool('jsii-pacmak'), ['--code-only', '--target', language, '--outdir', join(workshop, 'code')]);
      console.log(`languages: ${language} generated`);
    }
    const python = virtualEnvironment(workshop);
    if (python) { synthesiseFromPython(workshop, python); }
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
});

/** The interpreter of a new virtual environment with the tools that the generated package asks for. */
function virtualEnvironment(workshop: string): string | undefined {
  const environment = join(workshop, 'venv');
  if (spawnSync('python3', ['-m', 'venv', environment]).status !== 0) { return skip('python3 with the venv module is not there'); }
  const python = join(environment, 'bin', 'python');
  const asked = readFileSync(join(workshop, 'code', 'python', 'pyproject.toml'), 'utf8').match(/requires\s*=\s*(\[[^\]]*\])/)?.[1] ?? '[]';
  const tools = JSON.parse(asked) as string[];
  const installed = spawnSync(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...tools], { encoding: 'utf8' });
  return installed.status === 0 ? python : skip(`its build tools cannot be installed (${tools.join(', ')}): ${lastLine(installed.stderr)}`);
}

function synthesiseFromPython(workshop: string, python: string): void {
  const pip = ['-m', 'pip', '--quiet', '--disable-pip-version-check'];
  const wheels = join(workshop, 'wheels');
  run(python, [...pip, 'wheel', '--no-deps', '--no-build-isolation', '--wheel-dir', wheels, join(workshop, 'code', 'python')]);
  const [wheel] = readdirSync(wheels);
  run(python, [...pip, 'install', join(wheels, wheel)]);
  const output = join(workshop, 'dist');
  run(python, [join(root, 'scripts', 'languages', 'production.py'), output]);
  const expected = join(root, 'examples', 'production', 'expected');
  for (const file of readdirSync(expected)) {
    if (readFileSync(join(expected, file), 'utf8') !== readFileSync(join(output, file), 'utf8')) {
      throw new Error(`python: ${file} differs from examples/production/expected/${file}`);
    }
  }
  console.log('languages: Python writes what examples/production/expected holds');
}

function skip(why: string): undefined {
  console.log(`languages: Python SKIPPED: ${why}`);
  return undefined;
}

const lastLine = (text: string): string => text.trim().split('\n').at(-1) ?? '';
