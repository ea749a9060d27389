// What a user gets is the tarball: it is packed, installed into new apps outside the repository and run there,
// in TypeScript with the compiler options that `cdk8s init` gives, and as a plain script.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main, root, run } from './run';

const template = join(root, 'node_modules', 'cdk8s-cli', 'templates', 'typescript-app');
const example = join(root, 'examples', 'production');
const forbidden = /^package\/(src|test|imports|crds|examples|bench|docs|scripts|\.ci)\/|\.test\.|\.snap$|(?<!\.d)\.ts$/;

main(() => {
  const workshop = mkdtempSync(join(tmpdir(), 'cdk8s-istio-mtls-consumer-'));
  try {
    const tarball = pack(workshop);
    const app = install(workshop, tarball);
    run('npx', ['--no-install', 'tsc', '--build'], { cwd: app });
    synthesise(app, 'main.js', 'TypeScript with the tsconfig of cdk8s init');
    synthesise(app, 'plain.js', 'plain JavaScript');
    runCommand(app);
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
});

function pack(folder: string): string {
  const [report] = JSON.parse(run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder])) as [{ filename: string; size: number }];
  const tarball = join(folder, report.filename);
  const contents = run('tar', ['-tzf', tarball]).trim().split('\n');
  const stray = contents.filter((entry) => forbidden.test(entry) && !entry.includes('/node_modules/'));
  if (stray.length > 0) { throw new Error(`the tarball holds sources, tests or examples: ${stray.slice(0, 5).join(', ')}`); }
  console.log(`consumer: packed ${contents.length} files, ${Math.round(report.size / 1024)} kB`);
  return tarball;
}

function install(folder: string, tarball: string): string {
  const app = join(folder, 'app');
  cpSync(template, app, { recursive: true, filter: (source) => !/\{\{|__snapshots__|hooks|test\.ts|jest|help$/.test(source.slice(template.length)) });
  const versions = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).peerDependencies;
  writeFileSync(join(app, 'package.json'), JSON.stringify({
    name: 'consumer',
    private: true,
    dependencies: { ...versions, 'cdk8s-istio-mtls': `file:${tarball}` },
    devDependencies: { 'typescript': '5.9.x', '@types/node': '^20' },
  }, undefined, 2));
  cpSync(join(example, 'main.ts'), join(app, 'main.ts'));
  cpSync(join(root, 'scripts', 'consumer', 'plain.js'), join(app, 'plain.js'));
  run('npm', ['install', '--no-package-lock', '--ignore-scripts'], { cwd: app });
  return app;
}

function synthesise(app: string, script: string, what: string): void {
  rmSync(join(app, 'dist'), { recursive: true, force: true });
  run('node', [script], { cwd: app });
  compare(join(example, 'expected'), join(app, 'dist'));
  console.log(`consumer: ${what} writes what examples/production/expected holds`);
}

function compare(expected: string, got: string): void {
  const files = readdirSync(expected).sort();
  const written = readdirSync(got).filter((name) => name.endsWith('.yaml')).sort();
  if (files.join() !== written.join()) { throw new Error(`expected the files ${files.join(', ')}, got ${written.join(', ')}`); }
  for (const file of files) {
    if (readFileSync(join(expected, file), 'utf8') !== readFileSync(join(got, file), 'utf8')) {
      throw new Error(`${file} differs from examples/production/expected/${file}`);
    }
  }
}

/** The command travels in the same tarball. */
function runCommand(app: string): void {
  const { bin } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { bin?: Record<string, string> };
  if (!bin) { return; }
  run('npx', ['--no-install', 'istio-mtls', 'check', 'dist'], { cwd: app });
  console.log('consumer: istio-mtls check dist exits 0');
}
