import { Node } from './node';
import { readPort, readText } from './read-values';
import { frozenList } from '../frozen';
import { ContainerPort } from '../workload';

/** The TCP ports that containers declare; init containers count when they stay as native sidecars. */
export function readContainerPorts(podSpec: Node): readonly ContainerPort[] {
  const ports: ContainerPort[] = [];
  for (const container of podSpec.items('containers')) addPorts(container, ports);
  for (const container of podSpec.items('initContainers')) if (container.fields.restartPolicy === 'Always') addPorts(container, ports);
  return frozenList(ports);
}

function addPorts(container: Node, ports: ContainerPort[]): void {
  const entries = container.items('ports');
  if (entries.length === 0) return;
  const name = readText(container, 'name') ?? '';
  for (const entry of entries) {
    const { protocol } = entry.fields;
    if (protocol === 'UDP' || protocol === 'SCTP') continue;
    const number = readPort(entry, 'containerPort');
    if (number !== undefined) ports.push(Object.freeze({ name: readText(entry, 'name'), number, container: name }));
  }
}
