import { clientLabels, generateQuestions, generateRules, HostQuestion } from './questions/generate-questions';
import { ClusterSize } from './resolve/generate';
import { interleavedMedians } from './resolve/median';
import { buildSnapshot } from '../src/istio/model/build-snapshot';
import { DEFAULT_MESH } from '../src/istio/model/profile';
import { MeshSnapshot, Snapshot } from '../src/istio/model/snapshot';
import { resolvedPolicy } from '../src/istio/rule-selection/resolved-policy';
import { selectRule } from '../src/istio/rule-selection/select-rule';

const ROUNDS = 9;
const QUESTIONS = 50_000;
const SERVICE_PORT = 81;

const SIZES: ReadonlyMap<string, ClusterSize> = new Map([
  ['100 namespaces', { namespaces: 100, workloads: 10_000, policies: 1_000, rules: 2_000 }],
  ['1 namespace', { namespaces: 1, workloads: 10_000, policies: 1_000, rules: 2_000 }],
  ['1 namespace, 4,000 rules', { namespaces: 1, workloads: 10_000, policies: 1_000, rules: 4_000 }],
]);

console.log(`${QUESTIONS} questions, client to host and port; the index of rules is built in the same time\n`);
console.log('cluster                     JSON.parse   questions   ratio   a question');
for (const [name, size] of SIZES) {
  const times = measure(size);
  const parse = times.get('JSON.parse') ?? NaN;
  const asked = times.get('questions') ?? NaN;
  console.log([
    name.padEnd(25),
    `${parse.toFixed(1)} ms`.padStart(12),
    `${asked.toFixed(1)} ms`.padStart(11),
    `${(asked / parse).toFixed(2)}x`.padStart(7),
    `${((asked / QUESTIONS) * 1000).toFixed(2)} us`.padStart(12),
  ].join(' '));
}

function measure(size: ClusterSize): ReadonlyMap<string, number> {
  const json = generateRules(size);
  const questions = generateQuestions(QUESTIONS, size);
  let objects: unknown[] = [];
  let snapshot: Snapshot = buildSnapshot([]);
  return interleavedMedians(new Map<string, () => unknown>([
    ['JSON.parse', () => { objects = JSON.parse(json); }],
    // A new snapshot each round: the index of rules is kept with its own.
    ['snapshot', () => { snapshot = buildSnapshot(objects.map((object) => ({ object }))); }],
    ['questions', () => countAnswered(snapshot.meshes.get(DEFAULT_MESH), questions)],
  ]), ROUNDS);
}

function countAnswered(mesh: MeshSnapshot | undefined, questions: readonly HostQuestion[]): number {
  if (mesh === undefined) throw new Error('the generated cluster has no mesh');
  let answered = 0;
  for (const { client, service, host } of questions) {
    const answer = selectRule(mesh, { client: { namespace: client, labels: clientLabels() }, service: { host, namespace: service } });
    if (resolvedPolicy(answer.rule, SERVICE_PORT, undefined).tls !== undefined) answered++;
  }
  if (answered === 0) throw new Error('the generated questions do not exercise the rules');
  return answered;
}
