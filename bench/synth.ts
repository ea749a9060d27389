// Policies through our constructs against the same objects as raw ApiObjects, without validation: time, memory, nodes, dependency edges. Whole processes, so the
// library's own start counts.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const ROUNDS = Number(process.argv[2] ?? 9);
const AT_MOST = { ratio: 1.1, growth: 12 };

/** Shows the growth; no goal of its own, since starting the process counts most here. */
const SMALL = { policies: 1_000, charts: 1, atMost: Infinity };
const LARGE = { policies: 10_000, charts: 1, atMost: AT_MOST.ratio };
const MANY_CHARTS = { policies: 10_000, charts: 100, atMost: AT_MOST.ratio };

interface Size { readonly policies: number; readonly charts: number; readonly atMost: number }
interface Run { readonly wall: number; readonly cpu: number; readonly memory: number; readonly nodes: number; readonly dependencies: number; readonly output: string }
interface Comparison { readonly raw: Run; readonly constructs: Run }

let missed = 0;
const [small, large] = [SMALL, LARGE].map(compare);
compare(MANY_CHARTS);

console.log('\nten times the policies');
// Below the resolution of the medians there is nothing to compare.
const [before, after] = [small, large].map(({ raw, constructs }) => Math.max(constructs.cpu - raw.cpu, 0.01 * raw.cpu));
report('difference in CPU time', after, before, AT_MOST.growth, 'ms');
process.exitCode = missed === 0 ? 0 : 1;

function compare(size: Size): Comparison {
  const runs = { raw: [] as Run[], constructs: [] as Run[] };
  for (let round = 0; round < ROUNDS; round++) {
    for (const variant of ['raw', 'constructs'] as const) runs[variant].push(run(variant, size));
  }
  const [raw, constructs] = [medians(runs.raw), medians(runs.constructs)];
  console.log(`\n${size.policies} policies in ${size.charts} chart${size.charts === 1 ? '' : 's'}, ${ROUNDS} rounds`);
  report('wall time', constructs.wall, raw.wall, size.atMost, 'ms');
  report('CPU time', constructs.cpu, raw.cpu, size.atMost, 'ms');
  report('peak memory', constructs.memory, raw.memory, size.atMost, 'MiB');
  same('nodes', constructs.nodes, raw.nodes);
  same('dependency edges', constructs.dependencies, raw.dependencies);
  same('output', constructs.output, raw.output);
  return { raw, constructs };
}

function run(variant: string, { policies, charts }: Size): Run {
  const output = execFileSync(process.execPath, [join(__dirname, 'synth', 'run.cjs'), variant, String(policies), String(charts)], {
    env: { ...process.env, ISTIO_MTLS_ENFORCEMENT: 'OFF' },
  });
  return JSON.parse(output.toString()) as Run;
}

function medians(runs: readonly Run[]): Run {
  const median = (measure: 'wall' | 'cpu' | 'memory') => runs.map((one) => one[measure]).sort((one, other) => one - other)[Math.floor(runs.length / 2)];
  return { ...runs[0], wall: median('wall'), cpu: median('cpu'), memory: median('memory') };
}

function report(what: string, ours: number, theirs: number, atMost: number, unit: string): void {
  const ratio = ours / theirs;
  if (ratio > atMost) missed++;
  console.log(`  ${what}: ${ours.toFixed(1)} against ${theirs.toFixed(1)} ${unit}, ratio ${ratio.toFixed(3)}${goal(ratio, atMost)}`);
}

function goal(ratio: number, atMost: number): string {
  return atMost === Infinity ? '' : ` (at most ${atMost})${ratio > atMost ? ' MISSED' : ''}`;
}

function same(what: string, ours: unknown, theirs: unknown): void {
  if (ours !== theirs) missed++;
  console.log(`  ${what}: ${ours === theirs ? 'equal' : `${ours} against ${theirs} MISSED`}`);
}
