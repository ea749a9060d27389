import { cdk8s, javascript, JsonPatch, typescript } from 'projen';

const project = new cdk8s.ConstructLibraryCdk8s({
  name: 'cdk8s-istio-mtls',
  description: 'Istio mutual TLS as code: constructs that cannot express what Istio ignores, and checks that say what it will do',
  author: 'cdk8s-istio-mtls maintainers',
  authorAddress: 'maintainers@cdk8s-istio-mtls.dev',
  authorOrganization: true,
  repositoryUrl: 'https://github.com/cdk8s-istio-mtls/cdk8s-istio-mtls.git',
  license: 'Apache-2.0',
  keywords: ['cdk8s', 'istio', 'mtls', 'mutual-tls', 'peerauthentication', 'destinationrule', 'kubernetes', 'security'],
  stability: 'experimental',
  defaultReleaseBranch: 'main',
  projenrcTs: true,
  runner: typescript.TypeScriptRunner.tsx(),
  packageManager: javascript.NodePackageManager.NPM,

  // The floors that the library promises; it is compiled against exactly these.
  cdk8sVersion: '2.70.0',
  constructsVersion: '10.3.0',
  jsiiVersion: '~6.0.0',
  typescriptVersion: '~6.0.0',
  minNodeVersion: '20.12.0',
  workflowNodeVersion: '22',

  // Travel in the tarball: values by js-yaml (fast), places by yaml (exact). Only the command needs them.
  bundledDeps: ['js-yaml@^4.3.2', 'yaml@^2.9.1'],
  bin: { 'istio-mtls': 'lib/src/cli/main.js' },
  devDeps: [
    '@marcbachmann/cel-js@^8.0.0',
    '@types/js-yaml@^4.0.9',
    '@stryker-mutator/core@^9',
    '@stryker-mutator/jest-runner@^9',
    'ajv@^8.20.0',
    'cdk8s-cli@^2.207.60',
    'cdk8s-plus-33@^2.5.57',
    'fast-check@^4.10.2',
  ],

  publishToPypi: { distName: 'cdk8s-istio-mtls', module: 'cdk8s_istio_mtls' },
  publishToMaven: {
    javaPackage: 'org.cdk8s.istio.mtls',
    mavenGroupId: 'org.cdk8s',
    mavenArtifactId: 'cdk8s-istio-mtls',
    mavenServerId: 'central-ossrh',
  },
  publishToNuget: { dotNetNamespace: 'Org.Cdk8s.Istio.Mtls', packageId: 'Org.Cdk8s.Istio.Mtls' },
  publishToGo: { moduleName: 'github.com/cdk8s-istio-mtls/cdk8s-istio-mtls-go', packageName: 'cdk8sistiomtls' },

  // A generated release workflow would name registry hosts; docs/releasing.md says how a release is made.
  release: false,
  github: false,
  depsUpgrade: false,

  // jsii compiles src/ and the generated imports/ side by side into lib/.
  entrypoint: 'lib/src/index.js',
  tsconfig: {
    include: ['src/**/*.ts', 'imports/**/*.ts'],
    compilerOptions: { rootDir: '.', outDir: 'lib' },
  },
  tsconfigDev: {
    include: ['../src/**/*.ts', '../imports/**/*.ts'],
    compilerOptions: { rootDir: '..', noEmit: true, allowJs: false, skipLibCheck: true },
  },

  jestOptions: {
    updateSnapshot: javascript.UpdateSnapshot.NEVER,
    passWithNoTests: false,
    junitReporting: false,
    jestConfig: {
      testTimeout: 60_000,
      collectCoverage: false,
      modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/lib', '<rootDir>/.cache', '<rootDir>/.stryker-tmp'],
    },
  },
  eslintOptions: {
    dirs: ['src'],
    devdirs: ['test', 'bench', 'scripts', 'examples'],
    ignorePatterns: ['imports/', '**/*.d.ts', 'lib/', 'dist/', '.cache/', '**/*.generated.ts'],
    // Lint judges, it does not rewrite: what CI sees is what was committed.
    commandOptions: { fix: false, extraArgs: ['--max-warnings=0'] },
  },
  gitignore: ['/lib/', '.jsii.tabl.json', '/.cache/', '/.stryker-tmp/', '/reports/', 'examples/*/dist/', '*.tgz', '.DS_Store'],
  // An allow-list: nothing slips into the tarball unseen.
  npmignoreEnabled: false,
});

// Programs beside the library: run by tsx, checked by their own configuration.
for (const folder of ['bench', 'scripts', 'examples']) {
  new javascript.TypescriptConfig(project, {
    fileName: `${folder}/tsconfig.json`,
    include: ['**/*.ts'],
    extends: javascript.TypescriptConfigExtends.fromPaths(['../tsconfig.json']),
    compilerOptions: { rootDir: '..', noEmit: true, stripInternal: true, isolatedModules: true, types: ['node'] },
  });
}

// Data takes one road. Which rooms a room may import; every other one is forbidden.
const mayImport: Record<string, string[]> = {
  istio: [],
  checks: ['istio'],
  findings: ['checks', 'istio'],
  tree: ['istio'],
  analysis: ['constructs', 'findings', 'checks', 'istio', 'tree'],
  report: ['analysis', 'findings', 'checks', 'istio'],
  constructs: ['tree', 'istio'],
  files: ['findings', 'checks', 'istio'],
  synth: ['constructs', 'report', 'analysis', 'tree', 'findings', 'checks', 'istio'],
  cli: ['files', 'report', 'findings', 'checks', 'istio'],
};
const rooms = Object.keys(mayImport);
const directions = rooms.map((room) => ({
  target: `./src/${room}`,
  from: rooms.filter((other) => other !== room && !mayImport[room].includes(other)).map((other) => `./src/${other}`),
}));
project.eslint?.addRules({
  'import/no-restricted-paths': ['error', {
    zones: directions.map(({ target, from }) => ({ target, from, message: 'imports go one way: CONTRIBUTING.md, "The rooms"' })),
  }],
  'import/no-cycle': ['error', { ignoreExternal: true }],
});
// Tables of cases are read across.
project.eslint?.addRules({ '@stylistic/object-property-newline': 'off' });
project.eslint?.addOverride({ files: ['src/**/*.ts'], rules: { 'max-lines': ['error', { max: 250 }] } });
project.eslint?.addOverride({
  files: ['src/istio/**/*.ts', 'src/checks/**/*.ts', 'src/findings/**/*.ts'],
  rules: {
    'no-console': 'error',
    'no-restricted-globals': ['error', 'process', 'setTimeout', 'performance'],
    'no-restricted-syntax': ['error',
      { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'no clock here: dates come from outside' },
      { selector: 'MemberExpression[object.name="Date"][property.name="now"]', message: 'no clock here: dates come from outside' },
      { selector: 'MemberExpression[object.name="Math"][property.name="random"]', message: 'no randomness here' }],
    'no-restricted-imports': ['error', { paths: ['cdk8s', 'constructs'], patterns: ['node:*', 'fs', 'path', 'os', 'child_process', 'cdk8s*'] }],
  },
});
project.eslint?.addOverride({
  files: ['bench/**/*.ts', 'scripts/**/*.ts', 'test/**/*.ts', 'examples/**/*.ts'],
  // Tables of cases: one case a line.
  rules: { 'no-console': 'off', '@stylistic/max-len': ['error', { code: 180, ignoreUrls: true, ignoreStrings: true, ignoreTemplateLiterals: true }] },
});

// What a fresh machine types: `npm ci && npm run example`, `npm ci && npm test`.
const quiet = { CDK8S_CHECK_UPGRADE: 'false', JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: '20,22' };
for (const [name, value] of Object.entries(quiet)) { project.tasks.addEnvironment(name, value); }
project.compileTask.prependExec('tsx scripts/clean.ts');
project.testTask.prependSpawn(project.compileTask);
const task = (name: string, description: string, exec: string, receiveArgs = false) => project.addTask(name, { description, exec, receiveArgs });
task('import', 'Generates imports/ from crds/', 'tsx scripts/import.ts');
task('conformance', 'Compares the model with the cases from Istio\'s tests: npm run conformance [-- FOLDER]', 'tsx test/conformance/run.ts', true);
task('peers', 'Compares the checks with the findings of other tools: npm run peers [-- FOLDER]', 'tsx test/peers/run.ts', true);
task('docs', 'Generates docs/checks/ from src/checks/', 'tsx scripts/docs.ts');
task('typecheck', 'Checks the types of tests, benches, scripts and examples', 'tsx scripts/typecheck.ts');
task('mutation', 'Counts how many changes of a room its tests notice: npm run mutation -- istio', 'tsx scripts/mutation.ts', true);
task('consumer', 'Installs the packed tarball into new apps outside the repository and compares what they write', 'tsx scripts/consumer.ts');
task('rosetta', 'Compiles the snippets of README and @example', 'jsii-rosetta extract --strict --compile --output .cache/tablet.json');
task('languages', 'Generates the four other languages; synthesises the production example from Python', 'tsx scripts/languages.ts');
const example = project.addTask('example', { description: 'Compiles, synthesises examples/production and shows the YAML' });
example.spawn(project.compileTask);
example.exec('tsx scripts/example.ts', { receiveArgs: true });

// 1.13.0 was published without some of its platform packages, and npm ci refuses a lock file that lacks them.
project.package.addPackageResolutions('unrs-resolver@~1.12.2');
project.package.addField('files', ['lib', '.jsii', '.warnings.jsii.js', 'API.md', '!lib/imports', '!lib/**/*.map']);
project.package.file.patch(
  JsonPatch.replace('/types', 'lib/src/index.d.ts'),
  // The name resolves to this package itself, so that examples read as a user's code does.
  JsonPatch.add('/exports', {
    '.': { types: './lib/src/index.d.ts', default: './lib/src/index.js' },
    './package.json': './package.json',
    './.jsii': './.jsii',
    './.warnings.jsii.js': './.warnings.jsii.js',
  }),
);

project.synth();
