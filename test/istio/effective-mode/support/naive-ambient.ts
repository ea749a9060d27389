/**
 * What ztunnel enforces, as the words of ambient-and-traffic.md A1-A14 say it: inheritance, port entries, then the three divergences one by
 * one. The model has no such list: there they follow from istiod's two evaluators.
 */
export type Level = 'absent' | 'UNSET' | 'PERMISSIVE' | 'STRICT' | 'DISABLE';

export interface NaiveAmbientInput {
  readonly mesh: Level;
  readonly namespace: Level;
  readonly workload: Exclude<Level, 'absent'>;
  readonly ports: Readonly<Record<string, Exclude<Level, 'absent'>>>;
}

export interface NaiveAmbientAnswer {
  readonly mode: string;
  readonly ports: Readonly<Record<string, string>>;
}

export function naiveAmbientMode(input: NaiveAmbientInput): NaiveAmbientAnswer {
  const inherited = isModeless(input.namespace) ? input.mesh : input.namespace;
  const own = isModeless(input.workload) ? inherited : input.workload;
  const strict = own === 'STRICT';
  if (opensUp(input, inherited)) return { mode: 'PERMISSIVE', ports: mapPorts(input, () => 'PERMISSIVE') };
  return { mode: modeOf(strict), ports: mapPorts(input, mode => modeOf(portIsStrict(input, inherited, strict, mode))) };
}

function portIsStrict(input: NaiveAmbientInput, inherited: Level, strict: boolean, mode: string): boolean {
  if (mode === 'UNSET') return strict;
  // A12: under an inherited STRICT, a lone DISABLE does not count.
  const exempted = Object.values(input.ports).includes('PERMISSIVE');
  if (mode === 'DISABLE') return input.workload === 'UNSET' && inherited === 'STRICT' && !exempted;
  if (mode !== 'STRICT') return false;
  // A13: the mesh says STRICT, the namespace nothing, the workload is not strict: the rule for the port is dropped.
  const lost = input.mesh === 'STRICT' && isModeless(input.namespace) && (input.workload === 'PERMISSIVE' || input.workload === 'DISABLE');
  return !lost;
}

/** A14: a modeless namespace policy between a strict mesh and a modeless workload policy with a PERMISSIVE port. */
function opensUp({ mesh, namespace, workload, ports }: NaiveAmbientInput, inherited: Level): boolean {
  return mesh === 'STRICT' && namespace === 'UNSET' && workload === 'UNSET' && inherited === 'STRICT' && Object.values(ports).includes('PERMISSIVE');
}

function isModeless(level: Level): boolean {
  return level === 'absent' || level === 'UNSET';
}

function modeOf(strict: boolean): string {
  return strict ? 'STRICT' : 'PERMISSIVE';
}

function mapPorts({ ports }: NaiveAmbientInput, modeAt: (mode: string) => string): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(ports).map(([port, mode]) => [port, modeAt(mode)]));
}
