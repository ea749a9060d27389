// `istio-mtls check` against only parsing the same file, and the start of the command against the start of Node: time and memory of whole processes.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { corpus } from './check/corpus';

const ROUNDS = Number(process.argv[2] ?? 9);
const MAIN = process.env.ISTIO_MTLS_MAIN ?? join(__dirname, '../lib/src/cli/main.js');
const PARSE = join(__dirname, 'check/parse.cjs');
const AT_MOST = { yaml: 0.2, jsYaml: 1.15, memory: 0.5, growth: 6, start: 1.5 };
const SMALL = 10_000;
const LARGE = 50_000;

interface Run { readonly wall: number; readonly cpu: number; readonly memory: number }

let missed = 0;
const folder = mkdtempSync(join(tmpdir(), 'istio-mtls-bench-'));
const [small, large] = [SMALL, LARGE].map((documents) => {
  const file = join(folder, `${documents}.yaml`);
  writeFileSync(file, corpus(documents));
  return file;
});

console.log(`${SMALL} documents, ${(corpus(SMALL).length / 1e6).toFixed(1)} MB, ${ROUNDS} rounds`);
const runs = interleaved({
  'check': [MAIN, 'check', small],
  'yaml with LineCounter': [PARSE, 'yaml', small],
  'js-yaml': [PARSE, 'js-yaml', small],
  'check of 50,000': [MAIN, 'check', large],
  '--version': [MAIN, '--version'],
  'node -e 0': ['-e', '0'],
});
compare('check', 'yaml with LineCounter', AT_MOST.yaml, AT_MOST.memory);
compare('check', 'js-yaml', AT_MOST.jsYaml);
compare('check of 50,000', 'check', AT_MOST.growth);
compare('--version', 'node -e 0', AT_MOST.start);
rmSync(folder, { recursive: true });
process.exitCode = missed === 0 ? 0 : 1;

function interleaved<Name extends string>(programs: Readonly<Record<Name, readonly string[]>>): Readonly<Record<Name, Run>> {
  const names = Object.keys(programs) as Name[];
  const all = Array.from({ length: ROUNDS }, () => Object.fromEntries(names.map((name) => [name, run(programs[name])])) as Record<Name, Run>);
  const median = (name: Name, measure: keyof Run) => all.map((round) => round[name][measure]).sort((one, other) => one - other)[Math.floor(ROUNDS / 2)];
  return Object.fromEntries(names.map((name) =>
    [name, { wall: median(name, 'wall'), cpu: median(name, 'cpu'), memory: median(name, 'memory') }])) as Record<Name, Run>;
}

function run(program: readonly string[]): Run {
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['-r', join(__dirname, 'check/measure.cjs'), ...program], { encoding: 'utf8' });
  const wall = performance.now() - started;
  if (status !== 0) { throw new Error(`${program.join(' ')} ended with ${status}: ${stderr}`); }
  return { wall, ...JSON.parse(stderr.slice(stderr.lastIndexOf('\n'))) as Omit<Run, 'wall'> };
}

function compare(ours: keyof typeof runs, theirs: keyof typeof runs, time: number, memory?: number): void {
  console.log(`${ours} against ${theirs}`);
  report('wall time', runs[ours].wall, runs[theirs].wall, time, 'ms');
  report('CPU time', runs[ours].cpu, runs[theirs].cpu, time, 'ms');
  if (memory !== undefined) { report('peak memory', runs[ours].memory, runs[theirs].memory, memory, 'MiB'); }
}

function report(what: string, ours: number, theirs: number, atMost: number, unit: string): void {
  const ratio = ours / theirs;
  if (ratio > atMost) { missed += 1; }
  console.log(`  ${what}: ${ours.toFixed(1)} against ${theirs.toFixed(1)} ${unit}, ratio ${ratio.toFixed(3)} (at most ${atMost})${ratio > atMost ? ' MISSED' : ''}`);
}
