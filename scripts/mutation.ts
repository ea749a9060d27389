// Do the tests bite? `npm run mutation -- istio`, or any path under src/: compiles sources and tests to JavaScript, changes the
// sources one spot at a time and counts how many of the changes some test notices. docs/testing.md has the figures.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { main, root, tool } from './run';

const workshop = join(root, '.cache', 'mutation');

/** Properties run a thousand times in the tests; for one mutant, a few dozen tell. */
const FEWER_RUNS = `
jest.mock('fast-check', () => {
  const fc = jest.requireActual('fast-check');
  const assert = (property, options = {}) => fc.assert(property, { ...options, numRuns: Math.min(options.numRuns ?? 100, 30) });
  return { ...fc, assert, default: { ...fc, assert }, __esModule: true };
});
`;

main(() => {
  const [room = 'istio', ...tests] = process.argv.slice(2);
  compile();
  writeFileSync(join(workshop, 'jest.config.json'), JSON.stringify({
    rootDir: '.',
    testEnvironment: 'node',
    testMatch: (tests.length > 0 ? tests : testsOf(room)).map((folder) => `<rootDir>/test/${folder}/**/*.test.js`),
    // Whole child processes and generated files are looked at elsewhere; a mutant must be judged in milliseconds.
    testPathIgnorePatterns: ['/node_modules/', 'conformance/run-folder', 'support/prose'],
    setupFilesAfterEnv: ['<rootDir>/fewer-runs.js'],
    modulePathIgnorePatterns: ['<rootDir>/.stryker-tmp'],
  }));
  writeFileSync(join(workshop, 'fewer-runs.js'), FEWER_RUNS);
  writeFileSync(join(workshop, 'stryker.config.json'), JSON.stringify({
    testRunner: 'jest',
    jest: { configFile: 'jest.config.json', enableFindRelatedTests: false },
    coverageAnalysis: 'perTest',
    mutate: [`src/${room}/**/*.js`, '!**/*.generated.js'],
    plugins: ['@stryker-mutator/jest-runner'],
    reporters: ['clear-text', 'json'],
    jsonReporter: { fileName: `reports/${room.replace(/\W/g, '-')}.json` },
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
    concurrency: 2,
    ignoreStatic: true,
    allowEmpty: false,
    disableTypeChecks: false,
  }));
  const done = spawnSync(tool('stryker'), ['run', 'stryker.config.json'], { cwd: workshop, stdio: 'inherit' });
  process.exitCode = done.status ?? 1;
});

function testsOf(room: string): string[] {
  return room.startsWith('istio') ? [room, 'conformance'] : [room];
}

function compile(): void {
  rmSync(workshop, { recursive: true, force: true });
  mkdirSync(workshop, { recursive: true });
  // Types are judged by `npm run typecheck`; here only the JavaScript counts.
  spawnSync(tool('tsc'), ['-p', 'test/tsconfig.json', '--noEmit', 'false', '--noEmitOnError', 'false', '--declaration', 'false',
    '--inlineSourceMap', 'false', '--inlineSources', 'false', '--outDir', workshop]);
  cpSync(join(root, 'test'), join(workshop, 'test'), { recursive: true, filter: (path) => !path.endsWith('.ts') });
  for (const folder of ['crds', 'docs', 'package.json']) cpSync(join(root, folder), join(workshop, folder), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(workshop, 'node_modules'));
}
