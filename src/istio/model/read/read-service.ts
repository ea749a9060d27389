import { readLabels } from './read-labels';
import { portOf, readFields, readList, readOptionalFields, readPort, readText } from './read-values';
import { Reading } from './reading';
import { shown } from '../../admission/shown';
import { frozenList } from '../frozen';
import { portKind, servicePortProtocol } from '../port-protocol';
import { Profile } from '../profile';
import { serviceHost } from '../resolve-host';
import { Resource } from '../resource';
import { Service, ServicePort } from '../service';

/** A Kubernetes Service. */
export function readService(reading: Reading, resource: Resource, profile: Profile): Service {
  const spec = readFields(reading, reading.object.spec, 'spec');
  const ports = readList(reading, spec.ports, 'spec.ports').map((port, index) => readServicePort(reading, port, index));
  return Object.freeze({
    ...resource,
    host: resource.namespace === undefined ? undefined : serviceHost(resource.name, resource.namespace, profile.clusterDomain),
    selector: readLabels(reading, spec.selector, 'spec.selector'),
    type: readText(reading, spec.type, 'spec.type') ?? 'ClusterIP',
    headless: spec.clusterIP === 'None',
    externalName: readText(reading, spec.externalName, 'spec.externalName'),
    ports: frozenList(ports.filter(port => port !== undefined)),
  });
}

/** `undefined` for UDP and SCTP, which no policy and no rule reaches, and for a port that cannot be read. */
function readServicePort(reading: Reading, value: unknown, index: number): ServicePort | undefined {
  const path = `spec.ports[${index}]`;
  const port = readOptionalFields(reading, value, path);
  if (port === undefined || port.protocol === 'UDP' || port.protocol === 'SCTP') return undefined;
  const number = readPort(reading, port.port, `${path}.port`);
  if (number === undefined) {
    if (port.port === undefined || port.port === null) reading.problem(`${path}.port`, 'the Service port has no number; write port');
    return undefined;
  }
  const name = readText(reading, port.name, `${path}.name`);
  const protocol = servicePortProtocol(number, name, readText(reading, port.appProtocol, `${path}.appProtocol`));
  return Object.freeze({
    name,
    number,
    protocol,
    kind: portKind(protocol),
    targetPort: readTargetPort(reading, port.targetPort, `${path}.targetPort`),
    nodePort: readPort(reading, port.nodePort, `${path}.nodePort`),
  });
}

/** A name, or a number; Kubernetes refuses a name without any letter, so that quoted digits are meant as a number. */
function readTargetPort(reading: Reading, value: unknown, path: string): number | string | undefined {
  if (typeof value !== 'string') return value === 0 ? undefined : readPort(reading, value, path);
  const number = portOf(value);
  if (number !== undefined) reading.problem(path, `expected a port number or a name with a letter, got ${shown(value)}; remove the quotes`);
  return number ?? (value === '' ? undefined : value);
}
