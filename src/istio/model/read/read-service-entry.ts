import { readLabels } from './read-labels';
import { readFields, readList, readOptionalFields, readPort, readText, readTexts } from './read-values';
import { Reading } from './reading';
import { keyPath } from '../../admission/field-path';
import { frozenList } from '../frozen';
import { portKind, protocolOf } from '../port-protocol';
import { Resource } from '../resource';
import { sealedMapOf } from '../sealed-map';
import { ServiceEntry, ServiceEntryEndpoint, ServicePort } from '../service';

/** A ServiceEntry. */
export function readServiceEntry(reading: Reading, resource: Resource): ServiceEntry {
  const spec = readFields(reading, reading.object.spec, 'spec');
  const selector = readOptionalFields(reading, spec.workloadSelector, 'spec.workloadSelector');
  const ports = readList(reading, spec.ports, 'spec.ports').map((port, index) => readNamedPort(reading, port, `spec.ports[${index}]`));
  const endpoints = readList(reading, spec.endpoints, 'spec.endpoints');
  return Object.freeze({
    ...resource,
    hosts: readTexts(reading, spec.hosts, 'spec.hosts'),
    ports: frozenList(ports.filter(port => port !== undefined)),
    meshExternal: spec.location !== 'MESH_INTERNAL',
    resolution: readText(reading, spec.resolution, 'spec.resolution') ?? 'NONE',
    endpoints: frozenList(endpoints.map((endpoint, index) => readEndpoint(reading, endpoint, `spec.endpoints[${index}]`))),
    workloadSelector: selector === undefined ? undefined : readLabels(reading, selector.labels, 'spec.workloadSelector.labels'),
    exportTo: readTexts(reading, spec.exportTo, 'spec.exportTo'),
  });
}

/** A port as Istio's own kinds write it; `undefined` for UDP and for a port that cannot be read. */
export function readNamedPort(reading: Reading, value: unknown, path: string): ServicePort | undefined {
  const port = readOptionalFields(reading, value, path);
  const number = readPort(reading, port?.number, `${path}.number`);
  if (port === undefined || number === undefined) return undefined;
  const protocol = protocolOf(readText(reading, port.protocol, `${path}.protocol`));
  if (protocol === 'UDP') return undefined;
  return Object.freeze({
    name: readText(reading, port.name, `${path}.name`),
    number,
    protocol,
    kind: portKind(protocol),
    // Istio's zero value means the Service port itself.
    targetPort: port.targetPort === 0 ? undefined : readPort(reading, port.targetPort, `${path}.targetPort`),
    nodePort: undefined,
  });
}

/** `ports` of an endpoint or of a VM: Service port name to workload port. */
export function readPortMap(reading: Reading, value: unknown, path: string): ReadonlyMap<string, number> {
  const ports = readFields(reading, value, path);
  return sealedMapOf(Object.keys(ports), name => readPort(reading, ports[name], keyPath(path, name)));
}

function readEndpoint(reading: Reading, value: unknown, path: string): ServiceEntryEndpoint {
  const endpoint = readFields(reading, value, path);
  return Object.freeze({
    address: readText(reading, endpoint.address, `${path}.address`),
    labels: readLabels(reading, endpoint.labels, `${path}.labels`),
    serviceAccount: readText(reading, endpoint.serviceAccount, `${path}.serviceAccount`),
    ports: readPortMap(reading, endpoint.ports, `${path}.ports`),
  });
}
