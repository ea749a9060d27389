// What the analysis costs at synth: the same App with every check on, and with enforcement OFF.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const ROUNDS = Number(process.argv[2] ?? 9);

interface Size { readonly what: string; readonly policies: number; readonly charts: number; readonly workloads: number; readonly atMost: number }
interface Run { readonly wall: number; readonly cpu: number; readonly memory: number }

const SIZES: readonly Size[] = [
  { what: '10,000 policies in one chart', policies: 10_000, charts: 1, workloads: 0, atMost: 1.15 },
  { what: '10,000 policies in 100 charts', policies: 10_000, charts: 100, workloads: 0, atMost: 1.20 },
  { what: '10,000 policies with 10,000 Deployments and Services', policies: 10_000, charts: 100, workloads: 10_000, atMost: 1.25 },
];
const GROWTH = { small: { policies: 2_000, charts: 1, workloads: 2_000 }, large: { policies: 10_000, charts: 1, workloads: 10_000 }, atMost: 6 };

let missed = 0;
for (const { what, atMost, ...size } of SIZES) {
  const { on, off } = compare(size);
  console.log(`\n${what}, ${ROUNDS} rounds`);
  for (const measure of ['wall', 'cpu'] as const) line(`${measure} time`, on[measure], off[measure], atMost, 'ms');
  console.log(`  peak memory: ${on.memory.toFixed(0)} against ${off.memory.toFixed(0)} MiB, ratio ${(on.memory / off.memory).toFixed(3)}`);
}

const [small, large] = [GROWTH.small, GROWTH.large].map(compare).map(({ on, off }) => on.cpu - off.cpu);
console.log('\nfive times the objects in one chart');
line('difference in CPU time', large, small, GROWTH.atMost, 'ms');
process.exitCode = missed === 0 ? 0 : 1;

function compare(size: Omit<Size, 'what' | 'atMost'>): { on: Run; off: Run } {
  const runs = { on: [] as Run[], off: [] as Run[] };
  for (let round = 0; round < ROUNDS; round++) {
    runs.on.push(run('FAIL', size));
    runs.off.push(run('OFF', size));
  }
  return { on: medians(runs.on), off: medians(runs.off) };
}

function run(enforcement: string, { policies, charts, workloads }: Omit<Size, 'what' | 'atMost'>): Run {
  const output = execFileSync(process.execPath, [join(__dirname, 'analysis', 'run.mjs'), String(policies), String(charts), String(workloads)], {
    env: { ...process.env, ISTIO_MTLS_ENFORCEMENT: enforcement }, stdio: ['ignore', 'pipe', 'ignore'],
  });
  return JSON.parse(output.toString()) as Run;
}

function medians(runs: readonly Run[]): Run {
  const median = (measure: keyof Run) => runs.map((one) => one[measure]).sort((one, other) => one - other)[Math.floor(runs.length / 2)];
  return { wall: median('wall'), cpu: median('cpu'), memory: median('memory') };
}

function line(what: string, ours: number, theirs: number, atMost: number, unit: string): void {
  const ratio = ours / theirs;
  if (ratio > atMost) missed++;
  console.log(`  ${what}: ${ours.toFixed(1)} against ${theirs.toFixed(1)} ${unit}, ratio ${ratio.toFixed(3)} (at most ${atMost})${ratio > atMost ? ' MISSED' : ''}`);
}
