import { ClusterSize, generateCluster } from './resolve/generate';
import { interleavedMedians } from './resolve/median';
import { effectiveMode } from '../src/istio/effective-mode/effective-mode';
import { modeAtPort } from '../src/istio/effective-mode/mode-answer';
import { buildSnapshot } from '../src/istio/model/build-snapshot';
import { DEFAULT_MESH } from '../src/istio/model/profile';
import { MeshSnapshot, Snapshot } from '../src/istio/model/snapshot';

const ROUNDS = 9;
const PARSE = 'JSON.parse';
const SNAPSHOT = 'snapshot';
const MODES = 'effective modes';

const ONE = '1 namespace';
const DOUBLED = '1 namespace, policies and workloads doubled';
const SIZES: ReadonlyMap<string, ClusterSize> = new Map([
  ['100 namespaces', { namespaces: 100, workloads: 10_000, policies: 1_000, rules: 2_000 }],
  [ONE, { namespaces: 1, workloads: 10_000, policies: 1_000, rules: 2_000 }],
  [DOUBLED, { namespaces: 1, workloads: 20_000, policies: 2_000, rules: 2_000 }],
]);

const medians = interleavedMedians(new Map([...SIZES].flatMap(([name, size]) => tasksOf(name, size))), ROUNDS);
const missed = [...SIZES.keys()].flatMap(name => [
  row(name, SNAPSHOT, timeOf(name, SNAPSHOT), timeOf(name, PARSE), 1.5),
  row(name, MODES, timeOf(name, MODES), timeOf(name, PARSE), 0.5),
]);
missed.push(row('growth', `${MODES}, doubled`, timeOf(DOUBLED, MODES), timeOf(ONE, MODES), 2.2));
process.exitCode = missed.includes(true) ? 1 : 0;

function tasksOf(name: string, size: ClusterSize): readonly (readonly [string, () => unknown])[] {
  const { json } = generateCluster(size);
  let objects: unknown[] = [];
  let snapshot: Snapshot = buildSnapshot([]);
  return [
    [taskName(name, PARSE), () => { objects = JSON.parse(json); }],
    // A new snapshot each round: answers are kept with theirs.
    [taskName(name, SNAPSHOT), () => { snapshot = buildSnapshot(objects.map(object => ({ object }))); }],
    [taskName(name, MODES), () => countStrict(snapshot.meshes.get(DEFAULT_MESH))],
  ];
}

/** All effective modes at all ports, with the index of policies that they need. */
function countStrict(mesh: MeshSnapshot | undefined): number {
  if (mesh === undefined) throw new Error('the generated cluster has no mesh');
  let strict = 0;
  for (const workload of mesh.workloads) {
    const answer = effectiveMode(mesh, workload);
    for (const { number } of workload.containerPorts) if (modeAtPort(answer, number) === 'STRICT') strict++;
  }
  if (strict === 0) throw new Error('no workload port is STRICT: the generated cluster does not exercise the rules');
  return strict;
}

/** Prints one line; true when the goal is missed. */
function row(cluster: string, what: string, time: number, reference: number, atMost: number): boolean {
  const ratio = time / reference;
  const met = ratio <= atMost;
  console.log([
    cluster.padEnd(44), what.padEnd(25), `${time.toFixed(1)} ms`.padStart(10), `of ${reference.toFixed(1)} ms`.padStart(13),
    `${ratio.toFixed(2)}x`.padStart(7), `goal ${atMost}x`, met ? 'met' : 'MISSED',
  ].join('  '));
  return !met;
}

function timeOf(cluster: string, task: string): number {
  return medians.get(taskName(cluster, task)) ?? NaN;
}

function taskName(cluster: string, task: string): string {
  return `${cluster}: ${task}`;
}
