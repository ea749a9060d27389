import { Finding } from './finding';

/** `MTLS302 overlapping-workload-policies: <message>; fix: <fix>` */
export function renderLine({ id, name, message, fix }: Pick<Finding, 'id' | 'name' | 'message' | 'fix'>): string {
  return `${id} ${name}: ${message}; fix: ${fix}`;
}

/** At most `limit` of them, then how many there are besides: the first lines must stay readable. */
export function firstLines<One>(all: readonly One[], limit: number, render: (one: One) => string): string[] {
  const shown = all.slice(0, limit).map(render);
  return all.length > limit ? [...shown, `and ${all.length - limit} more`] : shown;
}
