/** Stages of one thing, by the words that people use for them. */
const STAGES: ReadonlyMap<string, string> = new Map([
  ...['dev', 'devel', 'development'].map((word) => [word, 'dev'] as const),
  ...['test', 'testing', 'tst'].map((word) => [word, 'test'] as const),
  ...['stage', 'staging', 'stg'].map((word) => [word, 'staging'] as const),
  ...['prod', 'production', 'prd', 'live'].map((word) => [word, 'prod'] as const),
  ...['qa', 'uat', 'int', 'integration', 'preprod', 'nonprod', 'sandbox', 'perf', 'canary', 'acceptance', 'ci', 'local'].map((word) => [word, word] as const),
]);
/** Folders whose folders are different clusters, or different states of one. */
const CONTAINERS: ReadonlySet<string> = new Set([
  'clusters', 'cluster', 'environments', 'environment', 'envs', 'env', 'overlays', 'overlay', 'stages', 'regions', 'variants', 'flavors', 'versions',
]);
/** Folders whose files show something, and are applied one at a time, if at all. */
const SHOWCASES: ReadonlySet<string> = new Set([
  'docs', 'doc', 'documentation', 'examples', 'example', 'samples', 'sample', 'demo', 'demos', 'tutorial', 'tutorials', 'workshop', 'workshops', 'labs', 'lab',
  'test', 'tests', 'testing', 'testdata', 'test-data', 'fixtures', 'testcases', 'e2e', 'snippets', 'playground', 'exercises', 'lessons', 'scenarios',
]);
/** Folders that others build upon: they are changed, not replaced. */
const BASES: ReadonlySet<string> = new Set(['base', 'bases', '_base', 'common', '_common', 'shared', 'default', 'defaults', 'component', 'components', 'global']);

/** `prod` for `production`, `cluster-prod`, `eu.prod.yaml`; `undefined` for names that say nothing about a stage. */
export function stageOf(name: string): string | undefined {
  const words = name.toLowerCase().replace(/\b(pre|non)-?(?=prod)/g, '$1').split(/[-_.\s]/);
  return words.map((word) => STAGES.get(word)).find((stage) => stage !== undefined);
}

export function isContainer(folder: string): boolean {
  return CONTAINERS.has(folder.toLowerCase());
}

export function isShowcase(folder: string): boolean {
  return SHOWCASES.has(folder.toLowerCase());
}

export function isBase(folder: string): boolean {
  return BASES.has(folder.toLowerCase());
}
