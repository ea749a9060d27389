import { completed } from './completed';
import { Node } from './node';
import { readLabels } from './read-labels';
import { portOf, readPort, readText } from './read-values';
import { isAbsent } from '../../admission/fields';
import { shown } from '../../admission/shown';
import { frozenList } from '../frozen';
import { portKind, servicePortProtocol } from '../port-protocol';
import { Profile } from '../profile';
import { serviceHost } from '../resolve-host';
import { Resource } from '../resource';
import { Service, ServicePort } from '../service';

/** A Kubernetes Service. */
export function readService(root: Node, resource: Resource, profile: Profile): Service {
  const spec = root.section('spec');
  return completed(resource, {
    host: resource.namespace === undefined ? undefined : serviceHost(resource.name, resource.namespace, profile.clusterDomain),
    selector: readLabels(spec, 'selector'),
    type: readText(spec, 'type') ?? 'ClusterIP',
    headless: spec.fields.clusterIP === 'None',
    externalName: readText(spec, 'externalName'),
    ports: readServicePorts(spec),
  });
}

/** Without UDP and SCTP, which no policy and no rule reaches, and without ports that cannot be read. */
function readServicePorts(spec: Node): readonly ServicePort[] {
  const ports: ServicePort[] = [];
  for (const entry of spec.items('ports')) {
    const { protocol } = entry.fields;
    if (protocol === 'UDP' || protocol === 'SCTP') continue;
    const number = readPort(entry, 'port');
    if (number !== undefined) ports.push(readServicePort(entry, number));
    else if (isAbsent(entry.fields.port)) entry.problem('port', 'the Service port has no number; write port');
  }
  return frozenList(ports);
}

function readServicePort(entry: Node, number: number): ServicePort {
  const name = readText(entry, 'name');
  const protocol = servicePortProtocol(number, name, readText(entry, 'appProtocol'));
  return Object.freeze({
    name,
    number,
    protocol,
    kind: portKind(protocol),
    targetPort: readTargetPort(entry, 'targetPort'),
    nodePort: readPort(entry, 'nodePort'),
  });
}

/** A name, or a number; Kubernetes refuses a name without any letter, so that quoted digits are meant as a number. 0 and '' are absent. */
function readTargetPort(entry: Node, key: string): number | string | undefined {
  const value = entry.fields[key];
  if (value === 0 || value === '') return undefined;
  if (typeof value !== 'string') return readPort(entry, key);
  const number = portOf(value);
  if (number === undefined) return value;
  entry.problem(key, `expected a port number or a name with a letter, got ${shown(value)}; remove the quotes`);
  return number;
}
