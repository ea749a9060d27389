import { Labels } from '../model/resource';

/** Ports of the proxy and its agent, never redirected (ambient-and-traffic.md C9). */
const AGENT_PORTS: readonly number[] = [15021, 15090];
const DEFAULT_STATUS_PORT = 15020;

const INTERCEPTION_MODE = 'sidecar.istio.io/interceptionMode';
const EXCLUDE_PORTS = 'traffic.sidecar.istio.io/excludeInboundPorts';
const INCLUDE_PORTS = 'traffic.sidecar.istio.io/includeInboundPorts';
const STATUS_PORT = 'status.sidecar.istio.io/port';

/** Whether connections to this port of a pod with sidecar meet the proxy at all (ambient-and-traffic.md C9). */
export function isCaptured(podAnnotations: Labels, workloadPort: number): boolean {
  if (podAnnotations.get(INTERCEPTION_MODE) === 'NONE') return false;
  if (AGENT_PORTS.includes(workloadPort) || workloadPort === statusPort(podAnnotations)) return false;
  if (portList(podAnnotations.get(EXCLUDE_PORTS)).includes(String(workloadPort))) return false;
  const included = podAnnotations.get(INCLUDE_PORTS);
  return included === undefined || included.trim() === '*' || portList(included).includes(String(workloadPort));
}

function statusPort(podAnnotations: Labels): number {
  return Number(podAnnotations.get(STATUS_PORT) ?? DEFAULT_STATUS_PORT);
}

function portList(value: string | undefined): readonly string[] {
  return (value ?? '').split(',').map((port) => port.trim());
}
