import { performance } from 'node:perf_hooks';

const WARM_UP = 3;

/** Runs the tasks in turn, round after round, so that a busy machine slows all of them; median milliseconds by name. */
export function interleavedMedians(tasks: ReadonlyMap<string, () => unknown>, rounds: number): ReadonlyMap<string, number> {
  const times = new Map<string, number[]>([...tasks.keys()].map(name => [name, []]));
  for (let round = 0; round < WARM_UP + rounds; round++) {
    for (const [name, task] of tasks) {
      const start = performance.now();
      task();
      if (round >= WARM_UP) times.get(name)?.push(performance.now() - start);
    }
  }
  return new Map([...times].map(([name, list]) => [name, list.sort((a, b) => a - b)[Math.floor(list.length / 2)]]));
}
