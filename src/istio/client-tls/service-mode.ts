import { TlsDestination } from './client-tls-question';
import { namespaceMode } from '../effective-mode/namespace-mode';
import { EffectiveMode } from '../model/mode';
import { MeshSnapshot } from '../model/snapshot';
import { ConsolidatedRule } from '../rule-selection/consolidated-rule';
import { subsetPolicy } from '../rule-selection/resolved-policy';

export const PASSTHROUGH = 'PASSTHROUGH';
const NOT_CAPABLE: readonly (string | undefined)[] = [undefined, 'disabled'];

/** The hint that a client's proxy takes for a whole service (sidecar.md F3, F5): workload and port policies play no part. */
export function serviceMode(
  mesh: MeshSnapshot,
  destination: TlsDestination,
  rule: ConsolidatedRule | undefined,
): EffectiveMode | 'UNKNOWN' {
  if (destination.meshExternal) return 'UNKNOWN';
  if (scansEndpoints(destination, rule) && !allCapable(destination.tlsModes)) return 'DISABLE';
  const mode = namespaceMode(mesh, destination.namespace);
  return mode === 'UNKNOWN' ? 'PERMISSIVE' : mode;
}

/** Reads the policy of the rule, or of the subset alone, as written: port entries are not looked at (sidecar.md F5). */
function scansEndpoints({ headless, subset }: TlsDestination, rule: ConsolidatedRule | undefined): boolean {
  if (headless || rule === undefined) return headless;
  const policy = subset === undefined ? rule.trafficPolicy : subsetPolicy(rule, subset);
  return policy?.loadBalancer === PASSTHROUGH;
}

function allCapable(tlsModes: readonly (string | undefined)[]): boolean {
  return tlsModes.length > 0 && tlsModes.every((tlsMode) => !NOT_CAPABLE.includes(tlsMode));
}
