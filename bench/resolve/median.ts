import { performance } from 'node:perf_hooks';

/** Runs the tasks in turn, round after round, so that a busy machine slows all of them; median milliseconds by name. */
export function interleavedMedians(tasks: ReadonlyMap<string, () => unknown>, rounds: number): ReadonlyMap<string, number> {
  const times = new Map<string, number[]>([...tasks.keys()].map(name => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const [name, task] of tasks) {
      const start = performance.now();
      task();
      // The first round warms up.
      if (round > 0) times.get(name)?.push(performance.now() - start);
    }
  }
  return new Map([...times].map(([name, list]) => [name, list.sort((a, b) => a - b)[Math.floor(list.length / 2)]]));
}
