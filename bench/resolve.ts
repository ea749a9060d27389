import { ClusterSize, generateCluster } from './resolve/generate';
import { interleavedMedians } from './resolve/median';
import { effectiveMode } from '../src/istio/effective-mode/effective-mode';
import { modeAtPort } from '../src/istio/effective-mode/mode-answer';
import { buildSnapshot } from '../src/istio/model/build-snapshot';
import { DEFAULT_MESH } from '../src/istio/model/profile';
import { MeshSnapshot, Snapshot } from '../src/istio/model/snapshot';

const ROUNDS = 9;

interface Goal {
  readonly task: string;
  readonly atMost: number;
}

const GOALS: readonly Goal[] = [{ task: 'snapshot', atMost: 1.5 }, { task: 'effective modes', atMost: 0.5 }];

const SIZES: ReadonlyMap<string, ClusterSize> = new Map([
  ['100 namespaces', { namespaces: 100, workloads: 10_000, policies: 1_000, rules: 2_000 }],
  ['1 namespace', { namespaces: 1, workloads: 10_000, policies: 1_000, rules: 2_000 }],
  ['1 namespace, doubled', { namespaces: 1, workloads: 20_000, policies: 2_000, rules: 2_000 }],
]);
const GROWTH = { from: '1 namespace', to: '1 namespace, doubled', task: 'effective modes', atMost: 2.2 };

const medians = new Map([...SIZES].map(([name, size]) => [name, measure(size)]));
let missed = 0;
for (const [name, times] of medians) {
  const parse = times.get('JSON.parse') ?? NaN;
  console.log(`\n${name}: JSON.parse ${parse.toFixed(1)} ms`);
  for (const { task, atMost } of GOALS) line(task, times.get(task) ?? NaN, parse, atMost);
}
console.log('\ngrowth');
line(`${GROWTH.task}, ${GROWTH.to}`, medians.get(GROWTH.to)?.get(GROWTH.task) ?? NaN, medians.get(GROWTH.from)?.get(GROWTH.task) ?? NaN, GROWTH.atMost);
process.exitCode = missed === 0 ? 0 : 1;

function measure(size: ClusterSize): ReadonlyMap<string, number> {
  const { json } = generateCluster(size);
  let objects: unknown[] = [];
  let snapshot: Snapshot = buildSnapshot([]);
  return interleavedMedians(new Map<string, () => unknown>([
    ['JSON.parse', () => { objects = JSON.parse(json); }],
    // A new snapshot each round: answers are kept with theirs.
    ['snapshot', () => { snapshot = buildSnapshot(objects.map(object => ({ object }))); }],
    ['effective modes', () => countStrict(snapshot.meshes.get(DEFAULT_MESH))],
  ]), ROUNDS);
}

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

function line(what: string, time: number, reference: number, atMost: number): void {
  const ratio = time / reference;
  if (!(ratio <= atMost)) missed++;
  console.log(`  ${what.padEnd(44)} ${time.toFixed(1).padStart(8)} ms ${ratio.toFixed(2).padStart(6)}x  goal ${atMost}x  ${ratio <= atMost ? 'met' : 'MISSED'}`);
}
