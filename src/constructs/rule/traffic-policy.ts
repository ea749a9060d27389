import { Fields } from '../../istio/admission/fields';
import { shown } from '../../istio/admission/shown';
import { RuleTraffic, ServicePortRule } from '../mtls-destination-rule-props';
import { repeatedAtPorts, trafficFields } from './traffic-fields';

/** A `trafficPolicy`, or one of its port entries, before it is written. */
export function policyFields(traffic: RuleTraffic): Fields {
  const fields = trafficFields(traffic);
  return traffic.tls === undefined ? fields : { ...fields, tls: traffic.tls._block };
}

/** What the ports say, by Service port, each complete: above, then the entry itself (sidecar.md E2, E3). */
export function portFields(ports: readonly ServicePortRule[], above: (servicePort: number) => Fields): ReadonlyMap<number, Fields> {
  const found = new Map<number, Fields>();
  for (const port of ports) {
    const { servicePort } = port;
    if (!Number.isInteger(servicePort) || servicePort < 1 || servicePort > 65535) {
      throw new Error(`servicePort ${shown(servicePort)} is no Service port; write a whole number from 1 to 65535`);
    }
    if (found.has(servicePort)) throw new Error(`servicePort ${servicePort} is given twice; write each Service port once`);
    const own = policyFields(port);
    const stray = Object.keys(own).find((field) => !(field in repeatedAtPorts(own)));
    if (stray !== undefined) throw new Error(`${stray} cannot differ by port in Istio; write it for the whole rule`);
    if (Object.keys(own).length === 0) throw new Error(`servicePort ${servicePort} says nothing; give it \`tls\` or another setting`);
    found.set(servicePort, { ...repeatedAtPorts(above(servicePort)), ...own });
  }
  return found;
}

/** The whole policy as Istio has it; undefined when nothing is said. */
export function trafficPolicy(fields: Fields, ports: ReadonlyMap<number, Fields>): Fields | undefined {
  const portLevelSettings = [...ports].sort(([one], [other]) => one - other).map(([number, own]) => ({ port: { number }, ...own }));
  const policy = portLevelSettings.length === 0 ? fields : { ...fields, portLevelSettings };
  return Object.keys(policy).length === 0 ? undefined : policy;
}
