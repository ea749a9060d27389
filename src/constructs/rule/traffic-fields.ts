import { Fields } from '../../istio/admission/fields';
import { TrafficSettings } from '../traffic-settings';

const TYPED = ['loadBalancer', 'connectionPool', 'outlierDetection'] as const;

/** What a port entry can hold: fewer fields than the rule. */
const OF_PORTS: readonly string[] = [...TYPED, 'tls'];

const ELSEWHERE: ReadonlyMap<string, string> = new Map([
  ['tls', '`tls`'],
  ['portLevelSettings', '`servicePorts`'],
]);

/** The settings as fields of a `trafficPolicy`; nothing that was not given. */
export function trafficFields(settings: TrafficSettings): Fields {
  const fields = new Map<string, unknown>();
  for (const name of TYPED) if (settings[name] !== undefined) fields.set(name, settings[name]);
  for (const [name, value] of Object.entries(settings.additionalSettings ?? {})) {
    const instead = ELSEWHERE.get(name);
    if (instead !== undefined) throw new Error(`additionalSettings has ${name}; write ${instead}, so that it agrees with the rest of the rule`);
    if (fields.has(name)) throw new Error(`additionalSettings has ${name}, which is given beside it as well; write it once`);
    fields.set(name, value);
  }
  return Object.fromEntries(fields);
}

/** What a port entry has to repeat, since it replaces everything that the rule says (sidecar.md E2). */
export function repeatedAtPorts(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => OF_PORTS.includes(name)));
}
