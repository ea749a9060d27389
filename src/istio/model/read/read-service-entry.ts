import { completed } from './completed';
import { Node } from './node';
import { readLabels } from './read-labels';
import { readPort, readText, readTexts } from './read-values';
import { frozenList } from '../frozen';
import { portKind, protocolOf } from '../port-protocol';
import { Resource } from '../resource';
import { sealedMapOf } from '../sealed-map';
import { ServiceEntry, ServiceEntryEndpoint, ServicePort } from '../service';

/** A ServiceEntry. */
export function readServiceEntry(root: Node, resource: Resource): ServiceEntry {
  const spec = root.section('spec');
  const selector = spec.child('workloadSelector');
  return completed(resource, {
    hosts: readTexts(spec, 'hosts'),
    ports: frozenList(spec.items('ports').map(readNamedPort).filter(port => port !== undefined)),
    meshExternal: spec.fields.location !== 'MESH_INTERNAL',
    resolution: readText(spec, 'resolution') ?? 'NONE',
    endpoints: frozenList(spec.items('endpoints').map(readEndpoint)),
    workloadSelector: selector === undefined ? undefined : readLabels(selector, 'labels'),
    exportTo: readTexts(spec, 'exportTo'),
  });
}

/** A port as Istio's own kinds write it; `undefined` for UDP and for a port that cannot be read. */
export function readNamedPort(port: Node): ServicePort | undefined {
  const number = readPort(port, 'number');
  const protocol = protocolOf(readText(port, 'protocol'));
  if (number === undefined || protocol === 'UDP') return undefined;
  return Object.freeze({
    name: readText(port, 'name'),
    number,
    protocol,
    kind: portKind(protocol),
    // Istio's zero value means the Service port itself.
    targetPort: port.fields.targetPort === 0 ? undefined : readPort(port, 'targetPort'),
    nodePort: undefined,
  });
}

/** `ports` of an endpoint or of a VM: Service port name to workload port. */
export function readPortMap(node: Node, key: string): ReadonlyMap<string, number> {
  const ports = node.section(key);
  return sealedMapOf(Object.keys(ports.fields), name => readPort(ports, name));
}

function readEndpoint(endpoint: Node): ServiceEntryEndpoint {
  return Object.freeze({
    address: readText(endpoint, 'address'),
    labels: readLabels(endpoint, 'labels'),
    serviceAccount: readText(endpoint, 'serviceAccount'),
    ports: readPortMap(endpoint, 'ports'),
  });
}
