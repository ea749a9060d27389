import { Fields, isAbsent } from '../../istio/admission/fields';
import { shown } from '../../istio/admission/shown';
import { ClientTls } from '../client-tls';
import { RuleTraffic, ServicePortRule } from '../mtls-destination-rule-props';
import { TlsBlock } from './tls-block';
import { repeatedAtPorts, trafficFields } from './traffic-fields';

/** A `trafficPolicy`, or one of its port entries, before it is written. */
export function policyFields(traffic: RuleTraffic): Fields {
  const fields = trafficFields(traffic);
  return isAbsent(traffic.tls) ? fields : { ...fields, tls: blockOf(traffic.tls!) };
}

/** What was written without ClientTls would otherwise vanish, and with it the encryption. */
function blockOf(tls: ClientTls): TlsBlock {
  const block = (tls as Partial<ClientTls>)._block;
  if (block === undefined) throw new Error(`tls ${shown(tls)} is no ClientTls; write ClientTls.disable(), simple(), mutual() or istioMutual()`);
  return block;
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
