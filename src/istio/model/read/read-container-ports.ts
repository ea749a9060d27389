import { readList, readOptionalFields, readPort, readText } from './read-values';
import { Reading } from './reading';
import { Fields } from '../../admission/fields';
import { frozenList } from '../frozen';
import { ContainerPort } from '../workload';

/** The TCP ports that containers declare; init containers count when they stay as native sidecars. */
export function readContainerPorts(reading: Reading, podSpec: Fields, path: string): readonly ContainerPort[] {
  const ports: ContainerPort[] = [];
  for (const list of ['containers', 'initContainers']) {
    if (podSpec[list] === undefined) continue;
    const containers = readList(reading, podSpec[list], `${path}${list}`);
    for (let index = 0; index < containers.length; index++) {
      const container = readOptionalFields(reading, containers[index], `${path}${list}[${index}]`);
      if (container === undefined || (list === 'initContainers' && container.restartPolicy !== 'Always')) continue;
      if (container.ports !== undefined) addPorts(reading, container, `${path}${list}[${index}]`, ports);
    }
  }
  return frozenList(ports);
}

function addPorts(reading: Reading, container: Fields, path: string, ports: ContainerPort[]): void {
  const name = readText(reading, container.name, `${path}.name`) ?? '';
  const list = readList(reading, container.ports, `${path}.ports`);
  for (let index = 0; index < list.length; index++) {
    const port = readContainerPort(reading, list[index], name, path, index);
    if (port !== undefined) ports.push(port);
  }
}

function readContainerPort(reading: Reading, value: unknown, container: string, path: string, index: number): ContainerPort | undefined {
  const place = (field: string) => `${path}.ports[${index}]${field}`;
  if (typeof value !== 'object' || value === null) {
    readOptionalFields(reading, value, place(''));
    return undefined;
  }
  const port = value as Fields;
  if (port.protocol === 'UDP' || port.protocol === 'SCTP') return undefined;
  const number = isPlainPort(port.containerPort) ? port.containerPort : readPort(reading, port.containerPort, place('.containerPort'));
  if (number === undefined) return undefined;
  const name = typeof port.name === 'string' || port.name === undefined ? port.name : readText(reading, port.name, place('.name'));
  return Object.freeze({ name, number, container });
}

/** The usual case, tested first: paths are only built for what is unusual. */
function isPlainPort(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 65535;
}
